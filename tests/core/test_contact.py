from unittest.mock import patch

import pytest

from django.core import mail
from django.db import InterfaceError, OperationalError
from django.urls import reverse

from boulder_therapeutics.core.models import ClinicSettings, ContactMessage
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
def send(client, contact_page, clinic):
    def send(**changes):
        url = reverse("core:send_message", args=[contact_page.pk])
        return client.post(url, VALID | changes)

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


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
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


def test_message_of_a_spam_bot_is_saved_but_not_mailed(send):
    assert send(subject_line="Buy this").status_code == 303
    assert ContactMessage.objects.count() == 1
    assert outbox.send_waiting().sent == 0


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
