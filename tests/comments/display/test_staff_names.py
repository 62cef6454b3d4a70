"""A login name is half of a login, so it is never public."""

import pytest

from blog.comments import states
from blog.comments.mail.action_links import action_links
from blog.comments.models import Comment, Subscription
from blog.comments.moderation.replies import publish_reply
from tests.factories import CommentFactory, UserFactory
from tests.messages import waiting_messages

LOGIN = "kx-login-17"


@pytest.fixture
def nameless(db):
    """An administrator without a first and a last name."""
    return UserFactory(username=LOGIN, email="x@example.org", is_superuser=True)


@pytest.fixture
def question(article):
    comment = CommentFactory(page=article)
    Subscription.objects.create(comment=comment, confirmed=comment.created)
    return comment


def test_reply_without_a_full_name_is_by_the_clinic_team(
    client, question, article, nameless
):
    publish_reply(question, "Rest for a week.", "k1", nameless)
    urls = [article.url, "/blog/comments/feed/", f"/comments/{article.pk}/feed/"]
    texts = [client.get(url).text for url in urls]
    texts += [f"{mail.subject} {mail.body}" for mail in waiting_messages()]
    assert len(texts) == 4
    assert all("Rest for a week." in text for text in texts)
    assert not any(LOGIN in text for text in texts)
    assert texts[0].count("Clinic team") == 4  # the heading, two links, JSON-LD


def test_comment_with_the_public_form_is_by_the_clinic_team(client, article, nameless):
    client.force_login(nameless)
    client.post(f"/comments/{article.pk}/", {"text": "Rest for a week."})
    assert Comment.objects.get().name == "Clinic team"


def test_link_in_a_mail_does_not_show_the_login_name(client, question, nameless):
    states.set_status([question.pk], Comment.Status.SPAM, nameless)
    [(_, path)] = action_links(question, ["spam"])
    page = client.get(path).text
    assert "already spam by Clinic team" in page
    assert LOGIN not in page
