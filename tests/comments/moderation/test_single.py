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
def pending(article):
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


def reply_to(client, comment, text, **fields):
    url = f"{ADMIN}/reply/{comment.pk}/"
    return client.post(url, {"text": text, "key": "k1", **fields}, follow=True)


def test_reply_to_a_pending_comment_approves_it(client, pending, moderator):
    assert "Approve and reply" in client.get(f"{ADMIN}/reply/{pending.pk}/").text
    response = reply_to(client, pending, " Try shorter runs.\r\nThen rest. ")
    assert "Comment by Ann approved and replied to." in response.text
    pending.refresh_from_db()
    reply = Comment.objects.get(parent=pending)
    assert pending.is_visible and reply.is_visible
    assert reply.text == "Try shorter runs.\nThen rest."
    assert (reply.name, reply.email, reply.user) == (
        "Mona Reyes",
        moderator.email,
        moderator,
    )
    assert history(pending) == ["comments.approved", "comments.reply"]


def test_reply_to_an_approved_comment_does_not_approve_again(client, article):
    comment = CommentFactory(page=article)
    text = reply_to(client, comment, "Thanks!").text
    assert f"Comment by {comment.name} replied to." in text
    assert history(comment) == ["comments.reply"]


def test_same_reply_posted_twice_is_stored_once(client, pending):
    reply_to(client, pending, "Thanks!")
    reply_to(client, pending, "Thanks!")
    assert Comment.objects.filter(parent=pending).count() == 1


def test_reply_is_shown_again_if_the_session_has_expired(client, pending):
    client.logout()
    response = reply_to(client, pending, "Try shorter runs.")
    assert response.status_code == 403
    assert "You are signed out" in response.text
    assert "Try shorter runs.</textarea>" in response.text
    assert not Comment.objects.filter(parent=pending).exists()


def test_undo_covers_both_approval_and_reply(client, pending):
    reply_to(client, pending, "Thanks!")
    client.post(f"{ADMIN}/undo/{ModerationBatch.objects.get().pk}/")
    pending.refresh_from_db()
    assert pending.status == "pending"
    assert Comment.objects.get(parent=pending).status == "trash"


def test_reply_to_a_comment_that_became_spam_is_shown_again(client, pending):
    states.set_status([pending.pk], "spam", UserFactory(first_name="Cleo"))
    html = reply_to(client, pending, "My long reply.").text
    assert "already spam by Cleo" in html
    assert "My long reply." in html
    assert not Comment.objects.filter(parent=pending).exists()


def test_reply_to_a_deleted_comment_is_no_error(pending, moderator):
    Comment.objects.filter(pk=pending.pk).delete()
    assert publish_reply(pending, "Hello", "k", moderator).missing == 1


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b"])
def test_empty_reply_is_rejected(client, pending, text):
    assert "Write your reply." in reply_to(client, pending, text).text
    pending.refresh_from_db()
    assert pending.status == "pending"


def test_reply_that_confirms_a_client_is_stopped_once(client, pending):
    text = "At your last visit we talked about it."
    page = reply_to(client, pending, text)
    assert "Not posted yet." in page.text
    assert text in page.text
    assert not Comment.objects.filter(parent=pending).exists()
    warned = re.search(r'name="warned" value="([^"]*)"', page.text)[1]
    reply_to(client, pending, text, warned=warned)
    assert Comment.objects.get(parent=pending).text == text
    assert "comments.override" in history(pending)


def test_phrases_are_those_of_the_settings(client, pending):
    settings = CommentSettings.load()
    settings.client_phrases = "secret word"
    settings.save()
    reply_to(client, pending, "See you again next week!")
    assert Comment.objects.filter(parent=pending).exists()
    assert "comments.override" not in history(pending)
    page = reply_to(client, pending, "A secret word.", key="k2")
    assert "“secret word”" in page.text


def test_template_is_added_to_what_was_typed(client, pending):
    settings = CommentSettings.load()
    settings.reply_templates = "Call\nPlease call us.\n\nRest\nTake a rest."
    settings.save()
    assert "Rest</button>" in client.get(f"{ADMIN}/reply/{pending.pk}/").text
    page = reply_to(
        client, pending, "Hello!", template="1", next="/admin/comments/?p=2"
    )
    assert page.context["form"]["text"].value() == "Hello!\n\nTake a rest."
    assert "/admin/comments/?p=2" in page.text
    assert reply_to(client, pending, "Hi", template="9").status_code == 200
    assert not Comment.objects.filter(parent=pending).exists()


def test_reply_with_another_such_phrase_is_stopped_again(client, pending):
    page = reply_to(client, pending, "See you next week.", warned="at your last visit")
    assert "Not posted yet." in page.text


def test_edit_leaves_no_trace_of_the_old_name_and_text(client, pending):
    states.set_status([pending.pk], "approved")
    fields = {"name": "A reader", "text": "Call me at [removed]."}
    client.post(f"{ADMIN}/edit/{pending.pk}/", fields)
    pending.refresh_from_db()
    assert (pending.name, pending.text) == ("A reader", "Call me at [removed].")
    logs = registry.get_logs_for_instance(pending)
    assert history(pending) == ["comments.approved", "comments.edit"]
    assert not any("Ann" in f"{entry.label} {entry.data}" for entry in logs)


def test_only_name_and_text_can_be_edited(client, pending):
    form = client.get(f"{ADMIN}/edit/{pending.pk}/").context["form"]
    assert list(form.fields) == ["name", "text"]


@pytest.mark.parametrize("field", ["name", "text"])
def test_name_and_text_cannot_be_emptied(client, pending, field):
    fields = {"name": "A", "text": "B", field: ""}
    response = client.post(f"{ADMIN}/edit/{pending.pk}/", fields)
    assert "Enter " in response.context["form"].errors[field][0]


@pytest.mark.parametrize("view", ["reply", "edit", "block", "history"])
def test_deleted_comment_is_no_error(client, view):
    response = client.get(f"{ADMIN}/{view}/4711/", follow=True)
    assert response.redirect_chain == [(f"{ADMIN}/", 302)]
    assert "This comment has been deleted." in response.text


def test_history_shows_the_action_and_the_moderator(client, pending):
    client.post(f"{ADMIN}/act/", {"action": "spam", "rows": f"{pending.pk}:pending"})
    html = client.get(f"{ADMIN}/history/{pending.pk}/").text
    assert "Comment marked as spam" in html
    assert "Mona Reyes" in html
