"""Emails to readers about their comments, and the status page of a comment."""

import re
from datetime import timedelta

import pytest
import time_machine
from pytest_django.asserts import assertContains

from django.utils import timezone

from blog.comments import states
from blog.comments.models import Comment, Subscription
from blog.comments.moderation.actions import ACTIONS
from blog.comments.moderation.batches import perform, undo
from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail
from tests.factories import CommentFactory
from tests.messages import waiting_messages

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


def mails(kind):
    return waiting_messages(f"comment-{kind}-")


def link(text, part):
    return re.search(rf"http://testserver(/comments/{part}/\S+)", text)[1]


@pytest.fixture
def request_mail(post, typed):
    """The email that asks for confirmation, while the comment is pending."""
    post(typed | {"notify": "on"})
    [mail] = mails("confirm")
    return mail


@pytest.fixture
def confirmed(client, request_mail):
    client.post(link(request_mail.body, "mails") + "confirm/")
    return Comment.objects.get()


def test_no_email_is_sent_unless_the_box_is_checked(post, typed):
    post(typed)
    assert not Subscription.objects.exists()
    assert not OutboxMail.objects.exists()


def test_spam_gets_no_confirmation_request(post, typed):
    post(typed | {"notify": "on", "text": "buy viagra"})
    assert not OutboxMail.objects.exists()


def test_unconfirmed_address_gets_at_most_three_requests_a_day(
    post, typed, comment_settings
):
    for number in range(5):
        post(typed | {"notify": "on", "text": f"Number {number}."})
    assert Comment.objects.count() == 5
    assert len(mails("confirm")) == 3


def test_no_other_email_is_sent_before_the_confirmation(client, request_mail, typed):
    assert request_mail.to == [typed["email"]]
    client.get(link(request_mail.body, "mails"))
    states.set_status([Comment.objects.get().pk], STATUS.APPROVED)
    assert mails("published") == []


def test_approval_is_emailed_once(confirmed):
    for status in (STATUS.APPROVED, STATUS.PENDING, STATUS.APPROVED):
        states.set_status([confirmed.pk], status)
    [mail] = mails("published")
    assert mail.to == [confirmed.email]
    assert f"/comments/show/{confirmed.pk}/" in mail.body


@pytest.mark.parametrize("is_undone", [True, False])
def test_approval_that_is_undone_soon_is_not_emailed(
    confirmed, moderator, mailoutbox, is_undone
):
    outcome = perform(ACTIONS["approve"], {confirmed.pk: "pending"}, moderator)
    for minutes, number in [(9, 0), (11, 0 if is_undone else 1)]:
        with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
            outbox.send_waiting()
        subjects = [mail.subject for mail in mailoutbox]
        assert sum("is published" in subject for subject in subjects) == number
        if is_undone:
            undo(outcome.batch.pk, moderator)


def test_second_approval_leaves_the_whole_time_to_undo(
    confirmed, moderator, mailoutbox
):
    start = timezone.now()
    outcome = perform(ACTIONS["approve"], {confirmed.pk: "pending"}, moderator)
    undo(outcome.batch.pk, moderator)
    with time_machine.travel(start + timedelta(minutes=9)):
        perform(ACTIONS["approve"], {confirmed.pk: "pending"}, moderator)
    for minutes, number in [(18, 0), (20, 1)]:
        with time_machine.travel(start + timedelta(minutes=minutes)):
            outbox.send_waiting()
        subjects = [mail.subject for mail in mailoutbox]
        assert sum("is published" in subject for subject in subjects) == number


def test_reply_is_emailed_when_it_is_published(confirmed, article):
    states.set_status([confirmed.pk], STATUS.APPROVED)
    reply = CommentFactory(page=article, parent=confirmed, status=STATUS.PENDING)
    assert mails("reply") == []
    states.set_status([reply.pk], STATUS.APPROVED)
    [mail] = mails("reply")
    assert mail.to == [confirmed.email]
    assert reply.text in mail.body
    assert reply.email not in mail.body


def test_own_reply_is_not_emailed(confirmed, article):
    states.set_status([confirmed.pk], STATUS.APPROVED)
    reply = CommentFactory(
        page=article, parent=confirmed, email=confirmed.email, status=STATUS.PENDING
    )
    states.set_status([reply.pk], STATUS.APPROVED)
    assert mails("reply") == []


def test_one_click_unsubscribes(client, confirmed):
    states.set_status([confirmed.pk], STATUS.APPROVED)
    [mail] = mails("published")
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    url = (
        mail.extra_headers["List-Unsubscribe"]
        .strip("<>")
        .removeprefix("http://testserver")
    )
    assert client.get(url).status_code == 405
    client.post(url, {"List-Unsubscribe": "One-Click"})
    assert not Subscription.objects.exists()
    page = client.get(link(mail.body, "mails"))
    assertContains(page, "You will not receive emails about this comment.")
    assert client.post(url).status_code == 303


def test_forged_link_is_not_found(client, request_mail):
    url = link(request_mail.body, "mails").replace("mails/", "mails/9")
    assert client.get(url).status_code == 404
    assert client.post(url + "confirm/").status_code == 404


def test_status_page_follows_the_status_of_the_comment(client, request_mail, article):
    url, comment = link(request_mail.body, "status"), Comment.objects.get()
    assertContains(client.get(url), "awaiting moderation")
    states.set_status([comment.pk], STATUS.APPROVED)
    published = f'<a href="{article.url}#comment-{comment.pk}">published</a>'
    assertContains(client.get(url), published, html=True)
    states.set_status([comment.pk], STATUS.SPAM)
    assertContains(client.get(url), "not published")
    states.delete([comment.pk])
    assertContains(client.get(url), "not published")


def test_wording_of_the_consent_is_shown_and_stored(
    client, post, typed, comment_settings, article
):
    comment_settings.email_use = "We use it for nothing else."
    comment_settings.save()
    assertContains(client.get(article.url), comment_settings.email_use)
    post(typed | {"notify": "on"})
    assert Subscription.objects.get().consent == (
        "Email me when my comment is published or gets a reply. "
        "You will get an email to confirm this first. We use it for nothing else."
    )
