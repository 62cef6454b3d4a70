"""All places that count comments agree after every change."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from django.template import Context, Template

from blog.comments import states
from blog.comments.models import Comment
from tests.factories import CommentFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status
LINK = "{% load comments %}{% count_comments all %}{% comment_link all.0 %}"


@pytest.fixture
def shown(client, article):
    """Count comments on the page, in lists and in both feeds; fail if they differ."""

    def count():
        page = client.get(article.url).text.split("Leave a Reply")[0]
        number = page.count('<article class="comment"')
        words = {0: "Leave a Comment", 1: "1 Comment"}.get(number, f"{number} Comments")
        assert words in Template(LINK).render(Context({"all": [article]}))
        assert number == 0 or words in page
        for url in ["/blog/comments/feed/", f"/comments/{article.pk}/feed/"]:
            assert client.get(url).text.count("<item>") == number
        return number

    return count


def test_every_status_change_updates_all_counts(article, shown):
    comment = CommentFactory(page=article, status=STATUS.PENDING)
    CommentFactory(page=article)
    assert shown() == 1
    for status, number in [
        (STATUS.APPROVED, 2),
        (STATUS.PENDING, 1),
        (STATUS.APPROVED, 2),
        (STATUS.SPAM, 1),
    ]:
        states.set_status([comment.pk], status)
        assert shown() == number
    states.restore([comment.pk])
    assert shown() == 2
    states.set_status([comment.pk], STATUS.TRASH)
    states.delete([comment.pk])
    assert shown() == 1


def test_hidden_threads_are_not_counted(article, shown):
    top = CommentFactory(page=article)
    CommentFactory(page=article, parent=CommentFactory(page=article, parent=top))
    assert shown() == 3
    states.set_status([top.pk], STATUS.PENDING)
    assert shown() == 0
    states.set_status([top.pk], STATUS.APPROVED)
    assert shown() == 3


def test_unpublishing_an_article_hides_its_comments(client, article):
    CommentFactory(page=article)
    article.unpublish()
    assertNotContains(client.get("/blog/comments/feed/"), "<item>")
    assert Comment.objects.count() == 1
    article.save_revision().publish()
    assertContains(client.get("/blog/comments/feed/"), "<item>")


def test_publishing_an_old_draft_changes_no_comments(article):
    draft = article.save_revision()
    comment = CommentFactory(page=article)
    draft.publish()
    assert list(article.comments.all()) == [comment]


@pytest.mark.parametrize("status", [STATUS.PENDING, STATUS.SPAM, STATUS.TRASH])
def test_unapproved_comment_appears_nowhere(client, article, status):
    CommentFactory(
        page=article,
        status=status,
        name="Zebulon",
        email="zebulon@example.org",
        text="Zebulon was here.",
    )
    for url in [
        article.url,
        "/blog/",
        "/blog/feed/",
        "/blog/comments/feed/",
        f"/comments/{article.pk}/feed/",
        "/sitemap.xml",
        "/llms.txt",
        "/search/?q=here",
    ]:
        response = client.get(url)
        assert response.status_code == 200
        assert "zebulon" not in response.text.lower()
        assert '"comment":' not in response.text
