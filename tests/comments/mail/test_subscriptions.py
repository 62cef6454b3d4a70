"""Mails to readers, and the link that tells what became of a comment."""

import re

import pytest

from blog.comments import states
from blog.comments.models import Comment, Subscription
from boulder_therapeutics.mail.models import OutboxMail
from tests.factories import CommentFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status


def mails(kind):
    return list(OutboxMail.objects.filter(key__startswith=f"comment-{kind}-"))


def link(text, part):
    return re.search(rf"http://testserver(/comments/{part}/\S+)", text)[1]


@pytest.fixture
def asked(post, typed):
    """The mail that asks for confirmation, with the comment waiting."""
    post(typed | {"notify": "on"})
    [mail] = mails("confirm")
    return mail


@pytest.fixture
def confirmed(client, asked):
    client.post(link(asked.body, "mails") + "confirm/")
    return Comment.objects.get()


def test_nothing_is_mailed_without_the_box(post, typed):
    post(typed)
    assert not Subscription.objects.exists()
    assert not OutboxMail.objects.exists()


def test_spam_gets_no_question(post, typed):
    post(typed | {"notify": "on", "text": "buy viagra"})
    assert not OutboxMail.objects.exists()


def test_address_that_does_not_answer_is_left_alone(post, typed, comment_settings):
    for number in range(5):
        post(typed | {"notify": "on", "text": f"Number {number}."})
    assert Comment.objects.count() == 5
    assert len(mails("confirm")) == 3


def test_nothing_more_is_mailed_before_the_confirmation(client, asked, typed):
    assert asked.to == [typed["email"]]
    client.get(link(asked.body, "mails"))
    states.set_status([Comment.objects.get().pk], STATUS.APPROVED)
    assert mails("published") == []


def test_approval_is_mailed_once(confirmed):
    for status in (STATUS.APPROVED, STATUS.PENDING, STATUS.APPROVED):
        states.set_status([confirmed.pk], status)
    [mail] = mails("published")
    assert mail.to == [confirmed.email]
    assert f"/comments/show/{confirmed.pk}/" in mail.body


def test_answer_is_mailed_when_it_is_published(confirmed, article):
    states.set_status([confirmed.pk], STATUS.APPROVED)
    answer = CommentFactory(page=article, parent=confirmed, status=STATUS.PENDING)
    assert mails("reply") == []
    states.set_status([answer.pk], STATUS.APPROVED)
    [mail] = mails("reply")
    assert mail.to == [confirmed.email]
    assert answer.text in mail.body
    assert answer.email not in mail.body


def test_own_answer_is_not_mailed(confirmed, article):
    states.set_status([confirmed.pk], STATUS.APPROVED)
    answer = CommentFactory(
        page=article, parent=confirmed, email=confirmed.email, status=STATUS.PENDING
    )
    states.set_status([answer.pk], STATUS.APPROVED)
    assert mails("reply") == []


def test_one_click_ends_the_mails(client, confirmed):
    states.set_status([confirmed.pk], STATUS.APPROVED)
    [mail] = mails("published")
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    url = mail.headers["List-Unsubscribe"].strip("<>").removeprefix("http://testserver")
    assert client.get(url).status_code == 405
    client.post(url, {"List-Unsubscribe": "One-Click"})
    assert not Subscription.objects.exists()
    assert "no mails about this" in client.get(link(mail.body, "mails")).text
    assert client.post(url).status_code == 303


def test_forged_link_is_404(client, asked):
    url = link(asked.body, "mails").replace("mails/", "mails/9")
    assert client.get(url).status_code == 404
    assert client.post(url + "confirm/").status_code == 404


def test_status_link_says_what_became_of_the_comment(client, asked, article):
    url, comment = link(asked.body, "status"), Comment.objects.get()
    assert "waiting for a check" in client.get(url).text
    states.set_status([comment.pk], STATUS.APPROVED)
    assert f'href="{article.url}#comment-{comment.pk}"' in client.get(url).text
    states.set_status([comment.pk], STATUS.SPAM)
    assert "not published" in client.get(url).text
    states.delete([comment.pk])
    assert "not published" in client.get(url).text
