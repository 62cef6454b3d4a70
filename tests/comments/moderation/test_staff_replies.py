import re

import pytest

from wagtail.log_actions import registry

from blog.comments.models import Comment

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
    comment = Comment.objects.get()
    assert comment.status == "approved"
    log = registry.get_logs_for_instance(comment)
    assert [entry.action for entry in log] == ["comments.override"]


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
