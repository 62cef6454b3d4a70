from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from unittest.mock import patch

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.core import mail
from django.db import InterfaceError, InternalError, OperationalError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boulder_therapeutics.core.contact.create import delete_ips
from boulder_therapeutics.core.models import (
    ClinicSettings,
    ContactMessage,
    MessageSettings,
)
from boulder_therapeutics.mail import outbox

VALID = {
    "name": "Dana",
    "reply_to": "dana@example.org",
    "text": "My knee aches on stairs.",
    "preferred_days": "Mondays",
}


@pytest.fixture
def clinic(db):
    clinic = ClinicSettings.load()
    clinic.email = "clinic@example.org"
    clinic.save()
    return clinic


@pytest.fixture
def no_limits(db):
    limits = MessageSettings.load()
    limits.seconds_between = limits.per_minute = limits.per_hour = 0
    limits.save()
    return limits


@pytest.fixture
def send(client, contact_page, clinic):
    def send(ip="192.0.2.1", **changes):
        url = reverse("core:send_message", args=[contact_page.pk])
        return client.post(url, VALID | changes, REMOTE_ADDR=ip)

    return send


def test_message_is_saved_and_mailed(send):
    response = send()
    assert (response.status_code, response["Location"]) == (
        303,
        "/contact/?sent=1#sent",
    )
    assert ContactMessage.objects.get().text == VALID["text"]
    outbox.send_waiting()
    assert mail.outbox[0].to == ["clinic@example.org"]
    assert mail.outbox[0].reply_to == ["dana@example.org"]
    assert VALID["text"] in mail.outbox[0].body


@pytest.mark.parametrize("error", [OperationalError, InterfaceError, InternalError])
def test_text_is_shown_when_the_database_is_unavailable(send, error):
    with patch(
        "boulder_therapeutics.core.contact.views.get_object_or_404", side_effect=error
    ):
        response = send()
    assert response.status_code == 503
    assert f"{VALID['text']}</textarea>" in response.text


def test_message_sent_twice_is_saved_once(send):
    assert send().status_code == send().status_code == 303
    assert ContactMessage.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("name", "", "Enter your name."),
        ("text", "  ", "Write your message."),
        ("reply_to", "", "Enter your email address or phone number."),
        ("reply_to", "call me", "Enter an email address, like name@example.com"),
        ("reply_to", "a@example.org\r\nBcc: b@example.org", "valid email address"),
        ("name", "x" * 246, "245 characters"),
        ("name", "a\x00b", "Null characters are not allowed."),
    ],
)
def test_error_is_explained_and_the_other_fields_stay_filled_in(
    send, field, value, message
):
    response = send(**{field: value})
    assert response.status_code == 422
    assert message in response.content.decode()
    others = {name: text for name, text in VALID.items() if name != field}
    assert all(text in response.content.decode() for text in others.values())
    assert not ContactMessage.objects.exists()
    assert not response.cookies


def test_message_of_a_spam_bot_stands_apart_and_is_not_mailed(send, client, admin_user):
    assert send(subject_line="Buy this").status_code == 303
    assert ContactMessage.objects.get().is_from_bot
    assert outbox.send_waiting().sent == 0
    client.force_login(admin_user)
    assertNotContains(client.get("/admin/messages/"), "Dana")
    other_filter = "/admin/messages/?is_answered=false&is_urgent=&is_from_bot="
    assertNotContains(client.get(other_filter), "Dana")
    assertContains(client.get("/admin/messages/?is_from_bot=true"), "Dana")


def test_addresses_of_one_household_are_stored_and_limited_as_one(send, no_limits):
    no_limits.per_hour = 1
    no_limits.save()
    assert send("2001:db8::1").status_code == 303
    assert ContactMessage.objects.get().ip == "2001:db8::"
    other = {"reply_to": "lee@example.org", "text": "Hi."}
    assert send("2001:db8::2", **other).status_code == 429
    assert send("2001:db8:0:1::2", **other).status_code == 303


def test_message_of_a_spam_bot_does_not_make_visitors_wait(send, no_limits):
    no_limits.seconds_between, no_limits.per_hour = 15, 1
    no_limits.save()
    send(subject_line="Buy this", reply_to="bot@example.org")
    assert send().status_code == 303
    assert send(subject_line="Buy", text="Again.").status_code == 429
    outbox.send_waiting()
    assert len(mail.outbox) == 1


def test_phone_number_is_accepted_instead_of_an_email_address(send):
    assert send(reply_to="(303) 555-0142").status_code == 303
    outbox.send_waiting()
    assert mail.outbox[0].reply_to == []


def test_message_from_another_site_is_rejected(client, contact_page):
    url = reverse("core:send_message", args=[contact_page.pk])
    response = client.post(url, VALID, headers={"sec-fetch-site": "cross-site"})
    assert response.status_code == 403
    assert not ContactMessage.objects.exists()


def test_message_to_a_missing_page_is_not_found(client, db):
    assert (
        client.post(reverse("core:send_message", args=[99]), VALID).status_code == 404
    )


def test_form_is_filled_in_with_the_service_in_the_url(client, contact_page, service):
    response = client.get(f"/contact/?service={service.slug}")
    assert 'value="Knee Pain"' in response.content.decode()


def test_unknown_service_is_ignored(client, contact_page):
    assert b"no-such" not in client.get("/contact/?service=no-such").content


URGENT = [
    {"text": "I have chest pain after running."},
    {"text": "I can’t go on. SUICIDAL thoughts."},
    {"text": "Hello", "service": "Numb between my legs"},
    {"text": "I have <b>chest</b> p\u200bain."},
    {"text": "Desde ayer tengo dolor en el pecho."},
]


@pytest.mark.parametrize("typed", URGENT)
def test_urgent_message_is_marked_and_mailed_at_once_with_advice(client, send, typed):
    send()
    response = send(**typed, ip="192.0.2.9", reply_to="sam@example.org")
    page = client.get(response["Location"].removesuffix("#sent")).text
    assert "do not wait for our reply" in page
    assert "If this is happening now, call 911" in page
    assert "and will reply on the next business day" not in page
    assert ContactMessage.objects.filter(is_urgent=True).count() == 1
    outbox.send_waiting()
    assert "URGENT: Message from Dana" in mail.outbox[1].subject


def test_urgent_message_of_a_sender_who_wrote_before_is_not_gathered(send, no_limits):
    send()
    send(text="More.")
    send(text="Now chest pain.")
    outbox.send_waiting()
    assert [message.subject.count("URGENT") for message in mail.outbox] == [0, 1]


def test_urgent_message_does_not_wait_after_others(send):
    send()
    assert "urgent" in send(text="Now chest pain.")["Location"]
    assert ContactMessage.objects.filter(is_urgent=True).count() == 1
    outbox.send_waiting()
    assert ["URGENT" in message.subject for message in mail.outbox] == [False, True]


def test_urgent_message_does_not_wait_when_others_reached_the_limits(send, no_limits):
    no_limits.per_minute = no_limits.per_hour = 2
    no_limits.save()
    for number in range(2):
        send(text=f"Message number {number}.")
    assert send(text="More.").status_code == 429
    assert send(text="Chest pain.").status_code == 303
    assert send(text="It is chest pain, again.").status_code == 303
    assert ContactMessage.objects.filter(is_urgent=True).count() == 2


def test_number_of_urgent_messages_from_one_ip_is_limited(send):
    statuses = [send(text=f"Chest pain {n}.").status_code for n in range(6)]
    assert statuses == [303] * 5 + [429]


def test_urgent_words_are_those_of_the_settings(send, no_limits):
    no_limits.urgent_words = "snake bite"
    no_limits.save()
    assert "urgent" in send(text="A snake bite!")["Location"]
    assert "urgent" not in send(text="Chest pain.")["Location"]


def test_advice_is_shown_before_sending_and_with_errors(client, contact_page, send):
    assertContains(client.get(contact_page.url), "call or text 988 at any hour")
    assertNotContains(client.get(contact_page.url), "If this is happening now")
    response = send(text="I have chest pain.", name="")
    assertContains(response, "If this is happening now, call 911", status_code=422)


@pytest.mark.parametrize(
    "other", [{"ip": "192.0.2.9"}, {"reply_to": "sam@example.org"}]
)
def test_second_message_of_a_sender_has_to_wait_with_its_text(send, other):
    assert send().status_code == 303
    response = send(text="It still aches.", **other)
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 15
    assert "Please wait" in response.text
    assert "It still aches.</textarea>" in response.text
    assert ContactMessage.objects.count() == 1


def test_message_of_a_clock_that_was_wrong_is_not_recent(send, time_machine):
    time_machine.move_to(timezone.now() + timedelta(days=2))
    assert send().status_code == 303
    time_machine.move_to(timezone.now() - timedelta(days=2))
    assert send(text="My other knee hurts.").status_code == 303


def test_other_sender_does_not_wait(send):
    assert send().status_code == 303
    assert send(ip="192.0.2.9", reply_to="sam@example.org").status_code == 303


@pytest.mark.parametrize(("limit", "number"), [("per_minute", 2), ("per_hour", 3)])
def test_number_of_messages_from_one_ip_is_limited(send, no_limits, limit, number):
    setattr(no_limits, limit, number)
    no_limits.save()
    statuses = [
        send(text=f"Words {n}", reply_to=f"a{n}@example.org").status_code
        for n in range(number + 1)
    ]
    assert statuses == [303] * number + [429]


def test_repeated_messages_of_a_sender_are_gathered_into_one_mail(
    send, no_limits, time_machine
):
    for number in range(4):
        send(text=f"Message number {number}.")
    outbox.send_waiting()
    assert len(mail.outbox) == 1
    time_machine.move_to(timezone.now() + timedelta(hours=1, minutes=1))
    outbox.send_waiting()
    first, gathered = mail.outbox
    assert "number 0." in first.body
    assert "3 messages from Dana" in gathered.subject
    assert gathered.reply_to == ["dana@example.org"]
    assert [n for n in range(4) if f"number {n}." in gathered.body] == [1, 2, 3]


PHONES = ["(303) 555-0177", "303-555-0177", "+1 303 555 0177", "1.303.555.0177"]


def test_messages_from_spellings_of_one_phone_number_are_gathered(
    send, no_limits, time_machine
):
    for number, phone in enumerate(PHONES):
        send(text="My knee.", reply_to=phone, ip=f"192.0.2.{number}")
    send(text="My hip.", reply_to="303-555-0178", ip="192.0.2.9")
    outbox.send_waiting()
    assert len(mail.outbox) == 2
    time_machine.move_to(timezone.now() + timedelta(hours=1, minutes=1))
    outbox.send_waiting()
    assert "3 messages from Dana" in mail.outbox[2].subject


def test_gathered_message_that_was_deleted_is_not_mailed(send, no_limits, time_machine):
    for number in range(3):
        send(text=f"Message number {number}.")
    ContactMessage.objects.get(text__contains="1").delete()
    time_machine.move_to(timezone.now() + timedelta(hours=1, minutes=1))
    outbox.send_waiting()
    assert "number 1." not in "".join(message.body for message in mail.outbox)
    assert len(mail.outbox) == 2


def test_ip_is_deleted_after_a_day(send, time_machine):
    send()
    assert delete_ips() == 0
    time_machine.move_to(timezone.now() + timedelta(days=1, minutes=1))
    assert (delete_ips(), delete_ips()) == (1, 0)


def test_text_has_the_limit_of_comments_and_no_maxlength(client, contact_page, send):
    assert (
        "maxlength"
        not in client.get(contact_page.url)
        .text.partition("<textarea")[2]
        .partition(">")[0]
    )
    assert send(text="x" * 65_525).status_code == 303
    response = send(text="x" * 65_526, ip="192.0.2.9", reply_to="sam@example.org")
    assertContains(response, "65,525 characters or fewer", status_code=422)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_forms_sent_at_the_same_time_are_one_message_or_wait(clinic, contact_page):
    url = reverse("core:send_message", args=[contact_page.pk])

    def post(number):
        typed = VALID | {"text": f"Words {number // 2}"}
        try:
            return Client().post(url, typed).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        statuses = sorted(pool.map(post, range(12)))
    assert set(statuses) == {303, 429}
    assert statuses.count(303) == 2
    assert ContactMessage.objects.count() == 1
