"""Export, retention and audit of messages from the contact form."""

from datetime import datetime, timedelta

import pytest

from django.core.management import call_command
from django.utils import timezone

from wagtail.models import ModelLogEntry

from boulder_therapeutics.core.models import ContactMessage, PrivacySettings
from boulder_therapeutics.core.privacy.messages import (
    delete_old_messages,
    export_messages,
    messages_from,
    months_before,
)
from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail

pytestmark = pytest.mark.django_db


def create(number=1, **fields):
    fields = {"name": "Dana", "reply_to": "dana@example.org", "text": "Hi"} | fields
    return ContactMessage.objects.create(submission_key=str(number), **fields)


@pytest.fixture
def periods():
    settings = PrivacySettings.load()
    settings.answered_days, settings.message_months = 10, 3
    settings.save()


def test_time_of_the_answer_is_recorded_once_and_cleared_with_it(time_machine):
    time_machine.move_to(timezone.now(), tick=False)
    message = create()
    assert message.answered is None
    message.is_answered = True
    message.save()
    first = message.answered
    time_machine.shift(timedelta(days=1))
    message.save()
    assert message.answered == first is not None
    message.is_answered = False
    message.save()
    assert message.answered is None


def test_answered_messages_are_deleted_after_the_period(periods, time_machine, capsys):
    start = timezone.now()
    answered = create(1, is_answered=True)
    waiting = create(2)
    time_machine.move_to(start + timedelta(days=9))
    assert delete_old_messages() == 0
    time_machine.move_to(start + timedelta(days=11))
    call_command("retention")
    assert "Contact messages deleted: 1" in capsys.readouterr().out
    assert list(ContactMessage.objects.all()) == [waiting]
    assert answered.answered


def test_every_message_is_deleted_after_the_longest_period(periods, time_machine):
    start = timezone.now()
    create()
    time_machine.move_to(start + timedelta(days=88))
    assert delete_old_messages() == 0
    time_machine.move_to(start + timedelta(days=93))
    assert delete_old_messages() == 1


def test_message_answered_before_its_time_was_recorded_is_deleted(periods):
    message = create(is_answered=True)
    long_ago = timezone.now() - timedelta(days=11)
    ContactMessage.objects.filter(pk=message.pk).update(answered=None, created=long_ago)
    assert delete_old_messages() == 1


@pytest.mark.parametrize(
    ("months", "expected"),
    [(1, (2026, 2, 28)), (3, (2025, 12, 31)), (15, (2024, 12, 31))],
)
def test_months_before_is_the_same_day_or_the_last_of_the_month(months, expected):
    assert months_before(datetime(2026, 3, 31, 9), months) == datetime(*expected, 9)


PHONES = ["(303) 555-0177", "303-555-0177", "+1 303 555 0177", "3035550177"]


@pytest.mark.parametrize("phone", PHONES)
def test_messages_are_found_by_any_spelling_of_the_phone_number(phone):
    messages = [create(n, reply_to=each) for n, each in enumerate(PHONES)]
    others = ["303-555-0178", "44 303 555 0177", "a3035550177@example.org"]
    for number, other in enumerate(others, start=10):
        create(number, reply_to=other)
    assert list(messages_from(f" {phone} ")) == messages


def test_messages_are_found_by_email_in_any_case_only():
    message = create(reply_to="Dana1234567@example.org")
    assert list(messages_from("dana1234567@EXAMPLE.org")) == [message]
    for address in ["1234567", "dana1234568@example.org", ".*", "²²²²²²²"]:
        assert not messages_from(address)


def test_export_holds_every_field_of_a_message():
    message = create(ip="203.0.113.7", is_urgent=True, is_answered=True)
    [exported] = export_messages("dana@example.org")
    names = {field.name for field in ContactMessage._meta.fields} - {"submission_key"}
    assert exported.keys() == names | {"type"}
    assert all(exported[n] == getattr(message, n) for n in ["id", "ip", "is_urgent"])
    assert exported["answered"] == message.answered.isoformat()


def test_history_shows_who_opened_a_message_but_not_its_name(client, admin_user):
    message = create(name="Dana Secret", text="My knee.")
    client.force_login(admin_user)
    assert b"My knee." not in client.get("/admin/messages/").content
    assert not ModelLogEntry.objects.exists()
    assert b"My knee." in client.get(f"/admin/messages/inspect/{message.pk}/").content
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.user) == ("core.open_message", admin_user)
    assert entry.label == f"Message {message.pk}"
    history = client.get(f"/admin/messages/history/{message.pk}/")
    assert b"Message opened" in history.content


def test_deleting_a_message_withdraws_its_mail(client, admin_user):
    message = create()
    outbox.queue(key=f"message-{message.pk}", subject="Dana", body="Hi", to=["a@b.co"])
    client.force_login(admin_user)
    client.post(f"/admin/messages/delete/{message.pk}/")
    assert not ContactMessage.objects.exists()
    assert not OutboxMail.objects.exists()
