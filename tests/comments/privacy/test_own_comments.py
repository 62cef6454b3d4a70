"""Readers' access to their own comments, by a link sent to them."""

import json
import logging
import re
from datetime import timedelta
from io import StringIO

import pytest
import time_machine

from django.urls import reverse
from django.utils import timezone

from blog.comments.models import Comment
from boulder_therapeutics.core.models import ContactMessage
from boulder_therapeutics.mail.models import OutboxMail
from tests.factories import CommentFactory
from tests.messages import waiting_messages

from .conftest import READER

pytestmark = pytest.mark.django_db
EMAIL = READER["email"]


def own_link(client, email=EMAIL):
    client.post(reverse("comments:send_own_comments_link"), {"email": email})
    [mail] = waiting_messages("comment-own-")
    assert mail.to == [email]
    return re.search(r"http://testserver(/comments/own/\S+)", mail.body)[1]


def test_requests_from_one_address_are_limited(client):
    url = reverse("comments:send_own_comments_link")
    responses = [client.post(url, {"email": f"{n}@example.com"}) for n in range(11)]
    assert [response.status_code for response in responses] == [303] * 10 + [429]
    assert int(responses[-1]["Retry-After"]) > 3000
    assert "10@example.com" in responses[-1].text


def test_response_does_not_reveal_whether_the_email_is_known(client, comment):
    url = reverse("comments:send_own_comments_link")
    responses = [
        client.post(url, {"email": email}) for email in (EMAIL, "x@example.com")
    ]
    assert len({(response.status_code, response.url) for response in responses}) == 1
    assert OutboxMail.objects.count() == 1
    page = client.get(responses[0].url)
    assert not page.cookies
    assert "we have sent a link to it" in page.text


def test_link_is_emailed_once_an_hour(client, comment):
    own_link(client)
    own_link(client)
    assert OutboxMail.objects.count() == 1


@pytest.mark.parametrize("email", ["", "nonsense", "a\x00b@example.com", "x" * 400])
def test_invalid_email_is_an_error_linked_to_its_field(client, email):
    response = client.post(reverse("comments:send_own_comments_link"), {"email": email})
    assert response.status_code == 422
    assert response.text.count("Enter a valid email address") == 2
    assert '<a href="#id_email">Enter a valid email address' in response.text
    assert "<title>Error: Your comments" in response.text


def test_reader_sees_and_downloads_only_their_own_comments(client, comment, article):
    CommentFactory(page=article, text="Another reader's.")
    link = own_link(client)
    page = client.get(link)
    assert "My knee." in page.text
    assert "Another reader" not in page.text
    assert (page["X-Robots-Tag"], page["Referrer-Policy"]) == ("noindex", "no-referrer")
    assert "no-store" in page["Cache-Control"]
    [exported] = json.loads(client.get(link, {"download": 1}).content)
    assert exported["id"] == comment.pk


def test_reader_anonymizes_their_own_comments(client, comment):
    client.post(f"{own_link(client)}change/", {"action": "anonymize"})
    assert Comment.objects.get().name == "Anonymous"


def test_reader_deletes_their_own_comments(client, comment, article):
    CommentFactory(page=article, parent=comment)
    client.post(f"{own_link(client)}change/", {"action": "delete"})
    assert Comment.objects.get().parent is None


def test_changes_require_the_link_a_known_action_and_the_same_origin(client, comment):
    link = own_link(client)
    url, data = f"{link}change/", {"action": "delete"}
    assert client.get(url).status_code == 405
    assert client.post(url, {"action": "x"}).status_code == 400
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert client.post(url, data, headers=foreign).status_code == 403
    assert client.post(url.replace("own/", "own/x"), data).status_code == 404
    assert Comment.objects.count() == 1


def test_author_of_a_message_sees_and_deletes_it(client):
    fields = {"name": "Dana", "reply_to": EMAIL.upper(), "text": "My hip."}
    ContactMessage.objects.create(**fields)
    link = own_link(client, EMAIL.upper())
    assert "My hip." in client.get(link).text
    [exported] = json.loads(client.get(link, {"download": 1}).content)
    assert (exported["type"], exported["text"]) == ("contact message", "My hip.")
    client.post(f"{link}change/", {"action": "delete_messages"})
    assert not ContactMessage.objects.exists()
    assert "There are no comments or messages" in client.get(link).text


def test_link_is_not_sent_after_everything_was_deleted(client, comment):
    client.post(reverse("comments:send_own_comments_link"), {"email": EMAIL})
    comment.delete()
    assert waiting_messages() == []


def test_log_does_not_contain_the_token_of_an_expired_link(
    client, comment, monkeypatch
):
    link, log = own_link(client), StringIO()
    for handler in logging.getLogger().handlers:
        if type(handler) is logging.StreamHandler:
            monkeypatch.setattr(handler, "stream", log)
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert client.get(link).status_code == 404
    assert "Not Found: /comments/own/…/" in log.getvalue()
    assert link.split("/")[3][:20] not in log.getvalue()
