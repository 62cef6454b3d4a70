"""The generated articles are whole, so that what is measured with them counts."""

import pytest

from django.core.management import call_command

from wagtail.models import Page

from blog.models import BlogPage
from tests.factories import BlogPageFactory, CategoryFactory, CommentFactory


@pytest.fixture
def original(blog_index, service):
    """An article with all that belongs to one."""
    page = BlogPageFactory(parent=blog_index, slug="original")
    page.services = [service]
    page.categories = [CategoryFactory(slug="running")]
    page.tags.add("Knee")
    page.save()
    return page


def test_articles_grow(client, original, blog_index):
    call_command("grow", articles=25, on="original")
    assert BlogPage.objects.count() == 25
    assert not any(Page.find_problems())
    assert client.get("/blog/category/running/?page=3").status_code == 200
    newest_copy = BlogPage.objects.published()[1]
    assert newest_copy.get_parent().pk == blog_index.pk
    assert [tag.name for tag in newest_copy.tags.all()] == ["Knee"]
    assert client.get(newest_copy.url).status_code == 200
    assert 'href="/blog/original-1/"' in client.get("/search/?q=again").content.decode()


def test_comments_grow(client, original):
    call_command("grow", comments=7, on="original")
    shown = client.get(original.url).content.decode()
    assert "7 Comments" in shown
    assert all(f"Reader {number}<" in shown for number in range(7))
    assert "Clinic team" not in shown


def test_comments_that_wait_are_not_counted(original):
    CommentFactory(page=original, status="pending")
    for total in (3, 5):
        call_command("grow", comments=total, on="original")
        assert original.comments.visible().count() == total
