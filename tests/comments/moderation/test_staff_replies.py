import re

import pytest

from blog.comments.models import Comment, CommentSettings
from blog.comments.moderation.blocking import network_prefix

CONFIRMATION = "At your last visit we talked about it."


@pytest.fixture
def post(client, article, moderator):
    """Post a comment on the public page as a staff member."""
    client.force_login(moderator)

    def post(text, **fields):
        return client.post(f"/comments/{article.pk}/", {"text": text, **fields})

    return post


def test_public_reply_that_confirms_a_client_is_stopped_once(post):
    response = post(CONFIRMATION)
    assert response.status_code == 422
    assert "“at your last visit”" in response.text
    assert CONFIRMATION in response.text
    assert not Comment.objects.exists()
    warned = re.search(r'name="warned" value="([^"]*)"', response.text)[1]
    assert post(CONFIRMATION, warned=warned).status_code == 303
    assert Comment.objects.get().status == "approved"


def test_another_confirming_phrase_is_stopped_again(post):
    assert post(CONFIRMATION, warned="see you soon").status_code == 422


def test_harmless_public_reply_is_posted_at_once(post):
    assert post("Rest it for a week.").status_code == 303


def test_visitor_may_mention_their_own_visits(client, article):
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
def test_network_prefix_is_three_groups_of_an_ip_address(ip, network):
    assert network_prefix(ip) == network


def test_comment_from_a_blocked_network_is_spam(client, article):
    settings = CommentSettings.load()
    settings.disallowed_words = network_prefix("203.0.113.9")
    settings.save()
    fields = {"name": "Ann", "email": "ann@example.org", "text": "Buy this now."}
    client.post(f"/comments/{article.pk}/", fields, REMOTE_ADDR="203.0.113.77")
    assert Comment.objects.get().status == "spam"
