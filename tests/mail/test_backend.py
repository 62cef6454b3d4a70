"""Mails of Django and Wagtail: none is sent within a request."""

import pytest

from django.core import mail
from django.core.mail import EmailMessage, send_mail

from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _outbox_backend(settings):
    settings.EMAIL_BACKEND = "boulder_therapeutics.mail.backend.OutboxBackend"


def test_mail_is_queued_and_then_sent():
    assert send_mail("Hello", "Text", None, ["a@example.org"]) == 1
    assert mail.outbox == []
    assert outbox.send_waiting().sent == 1
    assert [message.to for message in mail.outbox] == [["a@example.org"]]
    assert outbox.send_waiting().sent == 0


def test_recipients_of_copies_get_a_mail_of_their_own():
    EmailMessage("Hello", "Text", to=["a@x.org"], bcc=["b@x.org"]).send()
    outbox.send_waiting()
    assert [message.to for message in mail.outbox] == [["a@x.org"], ["b@x.org"]]


def test_reset_of_a_password_is_not_sent_in_the_request(client, home):
    user = UserFactory(email="dana@example.com")
    user.set_password("a-long-walk-in-the-hills")
    user.save()
    client.post("/admin/password_reset/", {"email": user.email})
    assert mail.outbox == []
    outbox.send_waiting()
    assert "/admin/password_reset/confirm/" in mail.outbox[0].body
    assert OutboxMail.objects.get().body == ""
