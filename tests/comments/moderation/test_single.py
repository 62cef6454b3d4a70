import re

import pytest

from wagtail.log_actions import registry

from blog.comments import states
from blog.comments.models import Comment, CommentSettings, ModerationBatch
from blog.comments.moderation.replies import publish_reply
from tests.factories import CommentFactory, UserFactory

ADMIN = "/admin/comments"


@pytest.fixture
def client(client, moderator):
    moderator.first_name, moderator.last_name = "Mona", "Reyes"
    moderator.save()
    client.force_login(moderator)
    return client


@pytest.fixture
def waiting(article):
    return CommentFactory(
        page=article,
        status="pending",
        name="Ann",
        email="ann@example.org",
        ip="203.0.113.7",
    )


def history(comment):
    logs = registry.get_logs_for_instance(comment).order_by("pk")
    return list(logs.values_list("action", flat=True))


def answer(client, comment, text, **fields):
    address = f"{ADMIN}/reply/{comment.pk}/"
    return client.post(address, {"text": text, "key": "k1", **fields}, follow=True)


def test_approve_and_reply_is_one_step(client, waiting, moderator):
    assert "Approve and reply" in client.get(f"{ADMIN}/reply/{waiting.pk}/").text
    response = answer(client, waiting, " Try shorter runs.\r\nThen rest. ")
    assert "Comment by Ann approved and answered." in response.text
    waiting.refresh_from_db()
    reply = Comment.objects.get(parent=waiting)
    assert waiting.is_visible and reply.is_visible
    assert reply.text == "Try shorter runs.\nThen rest."
    assert (reply.name, reply.email, reply.user) == (
        "Mona Reyes",
        moderator.email,
        moderator,
    )
    assert history(waiting) == ["comments.approved", "comments.reply"]


def test_reply_to_an_approved_comment_only_replies(client, article):
    comment = CommentFactory(page=article)
    assert "answered." in answer(client, comment, "Thanks!").text
    assert history(comment) == ["comments.reply"]


def test_same_reply_twice_is_one(client, waiting):
    answer(client, waiting, "Thanks!")
    answer(client, waiting, "Thanks!")
    assert Comment.objects.filter(parent=waiting).count() == 1


def test_approve_and_reply_is_undone_together(client, waiting):
    answer(client, waiting, "Thanks!")
    client.post(f"{ADMIN}/undo/{ModerationBatch.objects.get().pk}/")
    waiting.refresh_from_db()
    assert waiting.status == "pending"
    assert Comment.objects.get(parent=waiting).status == "trash"


def test_reply_to_what_became_spam_keeps_the_text(client, waiting):
    states.set_status([waiting.pk], "spam", UserFactory(first_name="Cleo"))
    html = answer(client, waiting, "My long answer.").text
    assert "already spam by Cleo" in html
    assert "My long answer." in html
    assert not Comment.objects.filter(parent=waiting).exists()


def test_reply_to_what_is_gone_is_no_error(waiting, moderator):
    Comment.objects.filter(pk=waiting.pk).delete()
    assert publish_reply(waiting, "Hello", "k", moderator).gone == 1


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b"])
def test_empty_reply_is_refused(client, waiting, text):
    assert "Write your reply." in answer(client, waiting, text).text
    waiting.refresh_from_db()
    assert waiting.status == "pending"


def test_reply_that_confirms_a_client_is_stopped_once(client, waiting):
    text = "At your last visit we talked about it."
    page = answer(client, waiting, text)
    assert "Not posted yet." in page.text
    assert text in page.text
    assert not Comment.objects.filter(parent=waiting).exists()
    warned = re.search(r'name="warned" value="([^"]*)"', page.text)[1]
    answer(client, waiting, text, warned=warned)
    assert Comment.objects.get(parent=waiting).text == text


def test_reply_with_another_such_phrase_is_stopped_again(client, waiting):
    page = answer(client, waiting, "See you next week.", warned="at your last visit")
    assert "Not posted yet." in page.text


def test_redaction_keeps_no_trace_of_what_it_took(client, waiting):
    states.set_status([waiting.pk], "approved")
    fields = {"name": "A reader", "text": "Call me at [removed]."}
    client.post(f"{ADMIN}/edit/{waiting.pk}/", fields)
    waiting.refresh_from_db()
    assert (waiting.name, waiting.text) == ("A reader", "Call me at [removed].")
    logs = registry.get_logs_for_instance(waiting)
    assert history(waiting) == ["comments.approved", "comments.edit"]
    assert not any("Ann" in f"{entry.label} {entry.data}" for entry in logs)


def test_redaction_offers_text_and_name_alone(client, waiting):
    form = client.get(f"{ADMIN}/edit/{waiting.pk}/").context["form"]
    assert list(form.fields) == ["name", "text"]


@pytest.mark.parametrize("field", ["name", "text"])
def test_redaction_leaves_something(client, waiting, field):
    fields = {"name": "A", "text": "B", field: ""}
    response = client.post(f"{ADMIN}/edit/{waiting.pk}/", fields)
    assert "Leave " in response.context["form"].errors[field][0]


@pytest.mark.parametrize("entry", ["ann@example.org", "203.0.113.7", "203.0.113."])
def test_sender_is_blocked_and_unblocked(client, waiting, entry):
    before = CommentSettings.load().disallowed_words
    address = f"{ADMIN}/block/{waiting.pk}/"
    response = client.post(address, {"entry": entry}, follow=True)
    assert f"{entry} is blocked." in response.text
    words = CommentSettings.load().disallowed_words
    assert words.splitlines() == [*before.splitlines(), entry]
    client.post(address, {"entry": entry, "unblock": 1})
    assert CommentSettings.load().disallowed_words == before
    assert history(waiting) == ["comments.block", "comments.unblock"]


def test_sender_is_blocked_once(client, waiting):
    for _ in range(2):
        client.post(f"{ADMIN}/block/{waiting.pk}/", {"entry": "ann@example.org"})
    words = CommentSettings.load().disallowed_words.splitlines()
    assert words.count("ann@example.org") == 1


def test_only_the_sender_can_be_blocked(client, waiting):
    client.post(f"{ADMIN}/block/{waiting.pk}/", {"entry": "e"})
    assert "e" not in CommentSettings.load().disallowed_words.splitlines()


def test_unknown_sender_cannot_be_blocked(client, article):
    comment = CommentFactory(page=article, email="", ip=None)
    html = client.get(f"{ADMIN}/block/{comment.pk}/").text
    assert "Neither an email address nor a network address is known" in html


@pytest.mark.parametrize("view", ["reply", "edit", "block", "history"])
def test_comment_that_is_gone_is_no_error(client, view):
    response = client.get(f"{ADMIN}/{view}/4711/", follow=True)
    assert response.redirect_chain == [(f"{ADMIN}/", 302)]
    assert "That comment has been deleted meanwhile." in response.text


def test_history_says_who_did_what(client, waiting):
    client.post(f"{ADMIN}/act/", {"action": "spam", "rows": f"{waiting.pk}:pending"})
    html = client.get(f"{ADMIN}/history/{waiting.pk}/").text
    assert "Comment marked as spam" in html
    assert "Mona Reyes" in html
