"""Authors edit and delete their comments, shortly after posting them."""

from datetime import timedelta

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains

from django.test import Client
from django.utils import timezone

from wagtail.models import ModelLogEntry

from blog.comments import states
from blog.comments.mail.action_links import action_links
from blog.comments.mail.notifications import notify_moderators
from blog.comments.mail.subscriptions import status_path
from blog.comments.models import Comment
from blog.comments.submission.own import edit_own, may_change
from boulder_therapeutics.mail.models import OutboxMail
from tests.factories import CommentFactory
from tests.html import parse
from tests.messages import waiting_messages

pytestmark = pytest.mark.django_db
STATUS = Comment.Status
LATER = timedelta(minutes=15)


@pytest.fixture
def pending(article):
    return CommentFactory(page=article, text="My old words.", status=STATUS.PENDING)


@pytest.fixture
def approved(article, comment_settings):
    return CommentFactory(page=article, text="My old words.")


@pytest.fixture
def save(client):
    """Save a new text of a comment."""

    def save(comment, text="My new words.", **kwargs):
        return client.post(f"{status_path(comment)}save/", {"text": text}, **kwargs)

    return save


def fresh(comment):
    return Comment.objects.get(pk=comment.pk)


def test_posting_leads_to_the_page_that_offers_both(client, post, typed):
    page = client.get(post(typed).url.partition("#")[0])
    url = status_path(Comment.objects.get())
    assertContains(page, f'href="{url}"')
    response = client.get(url)
    assertContains(response, f'href="{url}edit/"')
    assertContains(response, f'action="{url}delete/"')
    assertContains(response, typed["text"])
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


def test_own_comments_page_leads_there_too(client, pending):
    client.post("/comments/own/send/", {"email": pending.email})
    [message] = waiting_messages()
    link = message.body.split("http://testserver")[1].split()[0]
    assertContains(client.get(link), status_path(pending))
    with time_machine.travel(pending.created + LATER):
        assertNotContains(client.get(link), status_path(pending))


def test_edited_comment_has_the_new_text(client, pending, save):
    form = parse(client.get(f"{status_path(pending)}edit/")).find(".//textarea")
    assert form.text.strip() == "My old words."
    response = save(pending)
    assert response.status_code == 303
    assertContains(client.get(response.url), "Your changes have been saved.")
    assert (fresh(pending).text, fresh(pending).status) == ("My new words.", "pending")
    assert fresh(pending).edited
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.user) == ("comments.edit_own", None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Harmless words.", STATUS.APPROVED),
        ("A casino for you.", STATUS.PENDING),
        ("Now I have chest pain.", STATUS.PENDING),
        ("buy viagra", STATUS.SPAM),
    ],
)
def test_edit_is_moderated_by_the_same_rules(approved, save, text, status):
    save(approved, text)
    comment = fresh(approved)
    assert (comment.text, comment.status) == (text, status)
    assert bool(comment.hold_reasons) == (status != STATUS.APPROVED)
    assert comment.is_urgent == ("chest" in text)


def test_first_comment_of_an_author_is_held_again(approved, comment_settings, save):
    comment_settings.hold_new_authors = True
    comment_settings.save()
    save(approved)
    assert fresh(approved).status == STATUS.PENDING


def test_comment_that_a_moderator_withheld_stays_withheld(approved, moderator, save):
    states.set_status([approved.pk], STATUS.PENDING, moderator)
    save(approved)
    assert fresh(approved).status == STATUS.PENDING


def test_moderators_are_notified_of_the_new_text(pending, moderator):
    Comment.objects.update(needs_notification=True)
    for text in ["My new words.", "I have chest pain."]:
        notify_moderators()
        OutboxMail.objects.update(sent=timezone.now())
        edit_own(pending.pk, text)
    notify_moderators()
    mail = OutboxMail.objects.get()
    assert mail.sent is None
    assert fresh(pending).is_urgent


def test_unchanged_text_changes_nothing(approved, comment_settings, save):
    comment_settings.hold_all = True
    comment_settings.save()
    assert save(approved, "My old words.").status_code == 303
    assert fresh(approved).status == STATUS.APPROVED
    assert not ModelLogEntry.objects.exists()


@pytest.mark.parametrize("text", ["", " ", "\u200b", "a\x00b", "x" * 70_000])
def test_bad_text_is_an_error_and_stays_in_the_form(pending, save, text):
    response = save(pending, text)
    assertContains(response, 'id="error-summary"', status_code=422)
    assert fresh(pending).text == "My old words."


def test_edits_are_limited_by_network(pending, comment_settings, save):
    comment_settings.per_minute = 1
    comment_settings.save()
    with time_machine.travel(pending.created, tick=False):
        assert save(pending).status_code == 303
        refused = save(pending, "Once more.")
    assertContains(refused, "Once more.", status_code=429)
    assert 0 < int(refused["Retry-After"]) <= 60


def test_deleted_comment_is_gone(client, approved, article):
    response = client.post(f"{status_path(approved)}delete/")
    assertContains(client.get(response.url), "Your comment has been deleted.")
    assert not Comment.objects.exists()
    assertNotContains(client.get(article.url), "My old words.")


def too_late(comment):
    return Comment.objects.filter(pk=comment.pk).update(created=timezone.now() - LATER)


CLOSED = {
    "after 15 minutes": too_late,
    "with a reply": lambda c: CommentFactory(page=c.page, parent=c),
    "in spam": lambda c: states.set_status([c.pk], STATUS.SPAM),
    "in trash": lambda c: states.set_status([c.pk], STATUS.TRASH),
}


@pytest.mark.parametrize("reason", CLOSED)
def test_comment_can_no_longer_be_changed(client, approved, save, reason):
    CLOSED[reason](approved)
    url = status_path(approved)
    assertNotContains(client.get(url), f"{url}edit/")
    assertContains(client.get(f"{url}edit/"), "can no longer be edited")
    response = save(approved)
    assertContains(response, "My new words.", status_code=409)
    response = client.post(f"{url}delete/")
    assertContains(client.get(response.url), "can no longer be edited or deleted here")
    assert fresh(approved).text == "My old words."


def test_pending_comment_of_staff_is_left_to_the_admin(article, moderator):
    comment = CommentFactory(page=article, user=moderator)
    assert not may_change(comment)


@pytest.mark.parametrize("action", ["save", "delete"])
def test_changes_need_a_valid_link_of_this_site(client, pending, action):
    url = f"{status_path(pending)}{action}/"
    data = {"text": "New."}
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert client.post(url, data, headers=headers).status_code == 403
    forged = url.replace(f"/{pending.pk}:", f"/{pending.pk + 1}:")
    assert forged != url
    assert client.post(forged, data).status_code == 404
    assert client.get(url).status_code == 405
    assert fresh(pending).text == "My old words."


def test_logged_in_staff_can_use_the_page_too(pending, moderator):
    client = Client(enforce_csrf_checks=True)
    client.force_login(moderator)
    url = status_path(pending)
    assert client.post(f"{url}delete/").status_code == 303


def test_email_link_does_not_approve_a_text_that_was_not_seen(client, pending):
    [(_, url)] = action_links(pending, ["approve"])
    seen = parse(client.get(url)).find(".//input[@name='seen']").get("value")
    edit_own(pending.pk, "Buy my pills.")
    response = client.post(url, {"seen": seen})
    assertContains(response, "has edited this comment")
    assertContains(response, "Buy my pills.")
    assert fresh(pending).status == STATUS.PENDING
    seen = parse(response).find(".//input[@name='seen']").get("value")
    client.post(url, {"seen": seen})
    assert fresh(pending).status == STATUS.APPROVED


@pytest.mark.parametrize("seen", ["", "soon", "2026-13-01", "2026-01-01T00:00", "\x00"])
def test_time_that_is_no_time_is_ignored(seen):
    assert not Comment.objects.edited_since(seen).exists()


def test_moderator_does_not_approve_a_text_that_was_not_seen(
    client, pending, moderator
):
    client.force_login(moderator)
    seen = parse(client.get("/admin/comments/")).find(".//input[@name='seen']")
    edit_own(pending.pk, "Buy my pills.")
    data = {"action": "approve", "rows": f"{pending.pk}:pending"}
    data["seen"] = seen.get("value")
    response = client.post("/admin/comments/act/", data, follow=True)
    assertContains(response, "Edited by their authors in the meantime")
    assert fresh(pending).status == STATUS.PENDING
    data["seen"] = timezone.now().isoformat()
    client.post("/admin/comments/act/", data)
    assert fresh(pending).status == STATUS.APPROVED


def test_comment_of_the_future_cannot_be_changed(approved):
    created = approved.created
    with time_machine.travel(created - timedelta(days=2), tick=False):
        assert not may_change(approved)
    with time_machine.travel(created + timedelta(minutes=1), tick=False):
        assert may_change(approved)
