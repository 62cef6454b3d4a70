import re

import pytest

from blog.comments.models import Comment, CommentSettings
from blog.comments.moderation.blocking import network_of

HINT = "At your last visit we talked about it."


@pytest.fixture
def post(client, article, moderator):
    """Post as a member of staff, from the public page."""
    client.force_login(moderator)

    def post(text, **fields):
        return client.post(f"/comments/{article.pk}/", {"text": text, **fields})

    return post


def test_public_reply_that_confirms_a_client_is_stopped_once(post):
    response = post(HINT)
    assert response.status_code == 422
    assert "“at your last visit”" in response.text
    assert HINT in response.text
    assert not Comment.objects.exists()
    warned = re.search(r'name="warned" value="([^"]*)"', response.text)[1]
    assert post(HINT, warned=warned).status_code == 303
    assert Comment.objects.get().status == "approved"


def test_another_hint_is_stopped_again(post):
    assert post(HINT, warned="see you soon").status_code == 422


def test_harmless_public_reply_is_posted_at_once(post):
    assert post("Rest it for a week.").status_code == 303


def test_visitor_may_speak_of_own_visits(client, article):
    fields = {
        "name": "Ann",
        "email": "ann@example.org",
        "text": "Thanks for your visit.",
    }
    assert client.post(f"/comments/{article.pk}/", fields).status_code == 303


@pytest.mark.parametrize(
    ("ip", "network"),
    [
        ("203.0.113.9", "203.0.113."),
        ("2001:db8:1:2::5", "2001:db8:1:"),
        ("2001:db8::5", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_network_is_how_its_addresses_begin(ip, network):
    assert network_of(ip) == network


def test_neighbor_of_a_blocked_network_is_spam(client, article):
    settings = CommentSettings.load()
    settings.disallowed_words = network_of("203.0.113.9")
    settings.save()
    fields = {"name": "Ann", "email": "ann@example.org", "text": "Buy this now."}
    client.post(f"/comments/{article.pk}/", fields, REMOTE_ADDR="203.0.113.77")
    assert Comment.objects.get().status == "spam"
