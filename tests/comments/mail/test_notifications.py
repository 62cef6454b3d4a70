"""Emails about comments to moderators and article owners."""

import re
from datetime import timedelta

import pytest
import time_machine
from pytest_django.asserts import assertContains

from django.utils import timezone

from blog.comments import states
from blog.comments.mail import notifications
from blog.comments.models import Comment
from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail
from tests.factories import CommentFactory
from tests.messages import waiting_messages

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


def mails(prefix=""):
    notifications.notify_moderators()
    return waiting_messages(f"comment-{prefix}")


def link(mail, label):
    [path] = re.findall(rf"{label}:\nhttp://testserver(\S+)", mail.body)
    return path


@pytest.fixture
def flood(post, typed, comment_settings, moderator):
    """Post many comments within a moment, all of which are held."""
    comment_settings.hold_all = True
    comment_settings.save()

    def flood(numbers):
        for number in numbers:
            post(typed | {"text": f"Comment {number}."})

    with time_machine.travel("2026-03-02 10:10+00:00", tick=False):
        yield flood


@pytest.fixture
def held(post, typed, moderator):
    post(typed)
    return mails("held")[0]


def test_moderators_are_notified_of_a_held_comment(held, moderator, article, typed):
    assert held.to == [moderator.email]
    assert held.reply_to == [typed["email"]]
    assert held.subject.endswith("] Please moderate: “Runner’s Knee”")
    for part in [
        article.full_url,
        *typed.values(),
        "All comments are held for moderation.",
    ]:
        assert part in held.body
    assert "moderation: 1\n" in held.body


def test_spam_is_not_emailed(post, typed, moderator):
    post(typed | {"text": "buy viagra"})
    assert mails() == []


def test_same_form_posted_twice_sends_one_email(held, post, typed):
    post(typed)
    assert len(mails()) == 1


@pytest.mark.parametrize("text", ["I have chest pain.", "No puedo respirar bien."])
def test_urgent_comment_is_marked_in_the_email_and_shows_emergency_advice(
    client, post, typed, moderator, text
):
    response = post(typed | {"text": text})
    assert "URGENT" in mails("held")[0].subject
    assert "911" in client.get(response.url).text


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("Approve", STATUS.APPROVED),
        ("Mark as spam", STATUS.SPAM),
        ("Move to trash", STATUS.TRASH),
    ],
)
def test_link_changes_the_status_only_on_post(client, held, label, status):
    path = link(held, label)
    assert client.get(path).status_code == 200
    assert Comment.objects.get().status == STATUS.PENDING
    assert client.post(path).status_code == 200
    assert Comment.objects.get().status == status


def test_link_shows_that_another_moderator_has_decided(client, held, admin_user):
    states.set_status([Comment.objects.get().pk], STATUS.APPROVED, admin_user)
    response = client.post(link(held, "Approve"))
    assert "already approved by Clinic team" in response.text


def test_link_shows_that_the_comment_has_been_deleted(client, held):
    path = link(held, "Approve")
    states.delete([Comment.objects.get().pk])
    assert "This comment has been deleted." in client.post(path).text


def test_link_expires_after_a_week_and_cannot_be_forged(client, held):
    path = link(held, "Approve")
    assert client.get(path.replace("/act/", "/act/x")).status_code == 404
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        assert client.post(path).status_code == 404
    assert Comment.objects.get().status == STATUS.PENDING


def test_more_than_five_held_comments_an_hour_share_a_digest(flood):
    flood(range(8))
    assert len(mails("held")) == 5
    [digest] = mails("digest")
    assert OutboxMail.objects.get(kind="comments.digest").due.hour == 11
    assert all(f"Comment {number}." in digest.body for number in (5, 6, 7))
    assert "Comment 4." not in digest.body
    assert "moderation: 8\n" in digest.body


def test_digest_names_only_what_still_waits_when_it_is_sent(flood):
    flood(range(8))
    assert "Comment 6." in mails("digest")[0].body
    approved, deleted = Comment.objects.filter(text__in=["Comment 5.", "Comment 6."])
    states.set_status([approved.pk], STATUS.APPROVED)
    states.delete([deleted.pk])
    [digest] = mails("digest")
    assert "Comment 7." in digest.body
    assert not any(text in digest.body for text in ("Comment 5.", "Comment 6."))


def test_digest_begins_with_urgent_comments_that_still_wait(flood, post, typed):
    flood(range(7))
    post(typed | {"text": "I have chest pain."})
    [digest] = mails("digest")
    assert digest.body.index("URGENT: ") < digest.body.index("Comment 5.")
    urgent = Comment.objects.filter(is_urgent=True).values_list("pk", flat=True)
    states.set_status(list(urgent), STATUS.APPROVED)
    assert "URGENT" not in mails("digest")[0].body


def test_digest_has_the_links_of_each_comment(client, flood):
    flood(range(7))
    [digest] = mails("digest")
    entry = digest.body.partition("Comment 6.")[2]
    path = re.search(r"Mark as spam: http://testserver(\S+)", entry)[1]
    client.post(path)
    assert Comment.objects.get(status=STATUS.SPAM).text == "Comment 6."


def test_all_comments_of_a_digest_become_spam_on_post(client, flood, moderator):
    flood(range(9))
    [digest] = mails("digest")
    path = re.search(r"as spam:\nhttp://testserver(\S+)", digest.body)[1]
    states.set_status([Comment.objects.get(text="Comment 6.").pk], STATUS.APPROVED)
    assertContains(client.get(path), "Mark 3 comments as spam")
    assert not Comment.objects.filter(status=STATUS.SPAM).exists()
    assertContains(client.post(path), "Comments marked as spam: 3.")
    spam = Comment.objects.filter(status=STATUS.SPAM).values_list("text", flat=True)
    assert set(spam) == {"Comment 5.", "Comment 7.", "Comment 8."}
    assertContains(client.post(path), "None of these comments are waiting any more")
    assert client.get(path[:-2] + "x/").status_code == 404


def test_urgent_and_edited_comments_of_a_digest_do_not_become_spam(
    client, flood, post, typed
):
    flood(range(8))
    post(typed | {"text": "I have chest pain."})
    [digest] = mails("digest")
    assert "Mark all 3 comments that are not urgent as spam:" in digest.body
    path = re.search(r"as spam:\nhttp://testserver(\S+)", digest.body)[1]
    now = timezone.now()
    Comment.objects.filter(text="Comment 5.").update(is_urgent=True)
    Comment.objects.filter(text="Comment 6.").update(edited=now + timedelta(minutes=1))
    Comment.objects.filter(text="Comment 7.").update(edited=now)
    assertContains(client.post(path), "Comments marked as spam: 1.")
    assert Comment.objects.get(status=STATUS.SPAM).text == "Comment 7."


def test_digest_of_urgent_comments_offers_no_spam_link(flood):
    flood(range(6))
    assert "Mark all 1 comment that is not urgent" in mails("digest")[0].body
    Comment.objects.filter(text="Comment 5.").update(is_urgent=True)
    [digest] = mails("digest")
    assert "Comment 5." in digest.body
    assert "Mark all" not in digest.body


def test_digest_is_not_sent_when_nothing_waits(flood, mailoutbox):
    flood(range(6))
    mails()
    states.delete(list(Comment.objects.values_list("pk", flat=True)))
    with time_machine.travel("2026-03-02 11:10+00:00", tick=False):
        outbox.send_waiting()
    assert not OutboxMail.objects.exists()
    assert mailoutbox == []


def test_digest_that_is_being_sent_is_not_changed(flood):
    flood(range(6))
    assert len(mails("digest")) == 1
    OutboxMail.objects.filter(kind="comments.digest").update(attempts=1)
    flood([6])
    first, second = mails("digest")
    assert "Comment 6." in second.body
    assert "Comment 6." not in first.body


def test_no_waiting_mail_holds_a_name_or_text(flood, typed):
    flood(range(7))
    mails()
    rows = str(list(OutboxMail.objects.values()))
    assert not any(part in rows for part in [typed["name"], typed["email"], "Comment"])


def test_urgent_comment_is_never_in_a_digest(flood, post, typed):
    flood(range(6))
    post(typed | {"text": "I have chest pain."})
    assert len(mails("held")) == 6


def test_owner_is_notified_once_of_an_approved_comment(article, editor):
    article.owner = editor
    article.save()
    comment = CommentFactory(page=article, status=STATUS.PENDING)
    for status in [STATUS.APPROVED, STATUS.APPROVED, STATUS.PENDING, STATUS.APPROVED]:
        states.set_status([comment.pk], status)
    [mail] = mails("approved")
    assert mail.to == [editor.email]
    assert comment.text in mail.body


def test_owner_gets_one_email_after_a_bulk_approval(article, editor):
    article.owner = editor
    article.save()
    comments = CommentFactory.create_batch(6, page=article, status=STATUS.PENDING)
    states.set_status([comment.pk for comment in comments], STATUS.APPROVED)
    [mail] = waiting_messages("comments-approved-")
    assert mail.to == [editor.email]
    assert article.title in mail.subject
    assert f"{article.full_url}#comments" in mail.body
    assert waiting_messages("comment-approved-") == []


def test_owner_is_not_notified_of_their_own_comment(client, post, article, editor):
    article.owner = editor
    article.save()
    client.force_login(editor)
    post({"text": "A reply."})
    assert Comment.objects.get().status == STATUS.APPROVED
    assert mails() == []


def test_author_of_personal_details_is_referred_to_the_contact_page(
    client, post, typed, contact_page
):
    response = post(typed | {"text": "Call me: (303) 555-0100"}, follow=True)
    link = f'<a href="{contact_page.url}">contact us</a>'
    assertContains(response, link, html=True)
