import pytest

from wagtail.models import Page

from benchmarks.grow import grow
from blog.models import BlogPage
from tests.factories import BlogPageFactory, CategoryFactory, CommentFactory


@pytest.fixture
def original(blog_index, service):
    """An article with a service, a category and a tag."""
    page = BlogPageFactory(parent=blog_index, slug="original")
    page.services = [service]
    page.categories = [CategoryFactory(slug="running")]
    page.tags.add("Knee")
    page.save()
    return page


def test_generated_articles_are_complete(client, original, blog_index):
    grow(articles=25, slug="original")
    assert BlogPage.objects.count() == 25
    assert not any(Page.find_problems())
    assert client.get("/blog/category/running/?page=3").status_code == 200
    newest_copy = BlogPage.objects.published()[1]
    assert newest_copy.get_parent().pk == blog_index.pk
    assert [tag.name for tag in newest_copy.tags.all()] == ["Knee"]
    assert client.get(newest_copy.url).status_code == 200
    found = client.get("/search/", {"q": original.title}).content.decode()
    assert 'href="/blog/original-1/"' in found


def test_generated_comments_are_shown(client, original):
    grow(comments=7, slug="original")
    shown = client.get(original.url).content.decode()
    assert "7 Comments" in shown
    assert all(f"Reader {number}<" in shown for number in range(7))
    assert "Clinic team" not in shown


def test_pending_comments_do_not_count_towards_the_total(original):
    CommentFactory(page=original, status="pending")
    for total in (3, 5):
        grow(comments=total, slug="original")
        assert original.comments.visible().count() == total
