import smtplib
from datetime import timedelta

import pytest

from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail

pytestmark = pytest.mark.django_db


def queue(key="event-1", **changes):
    fields = {"subject": "Hello", "body": "Text", "to": ["a@example.org"]}
    return outbox.queue(key=key, **fields | changes)


class FailingBackend(EmailBackend):
    error = None

    def send_messages(self, messages):
        raise self.error


@pytest.fixture
def failing(settings, monkeypatch):
    def fail_with(error):
        settings.MAIL_SERVER_BACKEND = f"{__name__}.FailingBackend"
        monkeypatch.setattr(FailingBackend, "error", error)

    return fail_with


def test_queued_mail_is_sent_once():
    queue()
    assert outbox.send_waiting().sent == 1
    assert outbox.send_waiting().sent == 0
    assert [message.subject for message in mail.outbox] == ["Hello"]


def test_same_event_is_queued_once():
    queue()
    queue(subject="Again")
    assert OutboxMail.objects.get().subject == "Hello"


def test_line_break_in_a_subject_becomes_a_space():
    queue(subject="Hello\r\nBcc: b@example.org")
    outbox.send_waiting()
    assert mail.outbox[0].subject == "Hello Bcc: b@example.org"


def test_mail_that_is_not_due_is_not_sent():
    queue(due=timezone.now() + timedelta(hours=1))
    assert outbox.send_waiting().sent == 0


def test_mail_does_not_wait_until_a_clock_that_was_set_back_has_caught_up(time_machine):
    queue(due=timezone.now() + timedelta(hours=1))
    time_machine.move_to(timezone.now() - timedelta(days=2))
    assert outbox.send_waiting().sent == 1


def test_claimed_mail_cannot_be_claimed_again():
    queue()
    assert outbox._claim() is not None
    assert outbox._claim() is None


def test_mail_whose_claim_expired_is_sent_with_the_same_message_id(time_machine):
    waiting = queue()
    time_machine.move_to(timezone.now(), tick=False)
    message_id = outbox.render(outbox._claim()).extra_headers["Message-ID"]
    time_machine.shift(outbox.CLAIM)
    assert outbox.send_waiting().sent == 1
    assert mail.outbox[0].extra_headers["Message-ID"] == message_id
    waiting.refresh_from_db()
    assert message_id == outbox.render(waiting).extra_headers["Message-ID"]


def test_refused_mail_is_retried_and_others_are_sent(failing, settings, time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    queue("a")
    queue("b")
    failing(smtplib.SMTPDataError(451, b"later"))
    result = outbox.send_waiting()
    assert (result.sent, result.failed, result.server_away) == (0, 2, False)
    settings.MAIL_SERVER_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert outbox.send_waiting().sent == 0
    time_machine.shift(outbox.FIRST_RETRY)
    assert outbox.send_waiting().sent == 2


def test_one_attempt_shows_that_the_server_is_away(failing):
    queue("a")
    queue("b")
    failing(ConnectionRefusedError())
    result = outbox.send_waiting()
    assert (result.failed, result.server_away) == (1, True)
    assert OutboxMail.objects.filter(attempts=0).count() == 1


def test_retry_delay_grows_up_to_an_hour(failing, time_machine):
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    waiting = queue()
    failing(smtplib.SMTPDataError(451, b"later"))
    for expected in [15, 30, 60]:
        outbox.send_waiting()
        waiting.refresh_from_db()
        assert (waiting.due - timezone.now()).total_seconds() == expected
        time_machine.move_to(waiting.due, tick=False)
    OutboxMail.objects.update(attempts=40)
    outbox.send_waiting()
    waiting.refresh_from_db()
    assert waiting.due - timezone.now() == outbox.LONGEST_RETRY


def test_log_of_a_failure_contains_no_email_address(failing, caplog):
    queue()
    failing(smtplib.SMTPRecipientsRefused({"a@example.org": (550, b"no")}))
    outbox.send_waiting()
    assert "SMTPRecipientsRefused" in caplog.text
    assert "example.org" not in caplog.text


def test_command_prints_the_result(failing, capsys, settings):
    queue()
    call_command("send_outbox")
    assert capsys.readouterr().out == "1 sent, 0 failed for now.\n"
    queue("b")
    failing(TimeoutError())
    with pytest.raises(CommandError, match="server is away"):
        call_command("send_outbox")


def test_sent_mails_are_deleted_after_a_week(time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    queue("old")
    outbox.send_waiting()
    time_machine.shift(outbox.SENT_KEPT + timedelta(hours=1))
    queue("waiting")
    assert outbox.delete_old() == 1
    assert OutboxMail.objects.get().key == "waiting"


def test_mails_that_never_arrived_are_deleted_after_a_week(time_machine, failing):
    time_machine.move_to(timezone.now(), tick=False)
    queue("given-up")
    OutboxMail.objects.update(attempts=outbox.MOST_ATTEMPTS)
    assert outbox.delete_old() == 0
    time_machine.shift(outbox.SENT_KEPT + timedelta(hours=1))
    assert outbox.delete_old() == 1


@pytest.fixture
def kind(monkeypatch):
    """Register a renderer of the mails of kind "test"."""

    def register(function):
        monkeypatch.setitem(outbox.renderers, "test", function)

    return register


def test_mail_is_rendered_when_it_is_sent(kind):
    outbox.queue_rendered("test", key="event-1", number=12)
    kind(lambda number: EmailMessage(f"No. {number}\nX", "", to=["a@example.org"]))
    assert outbox.send_waiting().sent == 1
    assert mail.outbox[0].subject == "No. 12 X"
    assert "Message-ID" in mail.outbox[0].extra_headers


@pytest.mark.parametrize("message", [None, EmailMessage("Hello", to=[])])
def test_mail_that_is_no_longer_needed_is_deleted(kind, message):
    outbox.queue_rendered("test", key="event-1")
    kind(lambda: message)
    assert outbox.send_waiting().sent == 0
    assert not OutboxMail.objects.exists()


def test_mail_that_cannot_be_rendered_does_not_delay_others():
    outbox.queue_rendered("unknown", key="a")
    queue("b")
    result = outbox.send_waiting()
    assert (result.sent, result.failed, result.server_away) == (1, 1, False)


def test_content_of_a_sent_mail_is_emptied():
    queue(reply_to=["b@example.org"], headers={"X-Name": "Dana"})
    outbox.send_waiting()
    row = OutboxMail.objects.get()
    assert (row.subject, row.body, row.to) == ("", "", [])
    assert (row.reply_to, row.headers) == ([], {})
