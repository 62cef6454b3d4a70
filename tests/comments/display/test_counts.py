"""One truth: all places that count comments agree, whatever happened to them."""

import pytest

from django.template import Context, Template

from blog.comments import states
from blog.comments.models import Comment
from tests.factories import CommentFactory

pytestmark = pytest.mark.django_db
STATUS = Comment.Status
LINK = "{% load comments %}{% count_comments all %}{% comment_link all.0 %}"


@pytest.fixture
def shown(client, article):
    """Count in the page, in the link of lists and in both feeds; they have to agree."""

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


def test_every_transition_counts_everywhere(article, shown):
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


def test_hidden_thread_counts_nowhere_and_comes_back(article, shown):
    top = CommentFactory(page=article)
    CommentFactory(page=article, parent=CommentFactory(page=article, parent=top))
    assert shown() == 3
    states.set_status([top.pk], STATUS.PENDING)
    assert shown() == 0
    states.set_status([top.pk], STATUS.APPROVED)
    assert shown() == 3


def test_unpublished_article_hides_its_comments_and_keeps_them(client, article):
    CommentFactory(page=article)
    article.unpublish()
    assert "<item>" not in client.get("/blog/comments/feed/").text
    assert Comment.objects.count() == 1
    article.save_revision().publish()
    assert "<item>" in client.get("/blog/comments/feed/").text


def test_old_draft_brings_no_comment_back(article):
    draft = article.save_revision()
    comment = CommentFactory(page=article)
    draft.publish()
    assert list(article.comments.all()) == [comment]


@pytest.mark.parametrize("status", [STATUS.PENDING, STATUS.SPAM, STATUS.TRASH])
def test_what_is_not_approved_is_nowhere(client, article, status):
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
