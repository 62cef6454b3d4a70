"""Redirects from the old URLs of lists and articles."""

import pytest

from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect

from tests.factories import CategoryFactory, PersonFactory


def rename(instance, slug):
    instance.slug = slug
    instance.save()


def target(client, url):
    """Return where a URL permanently redirects to, None if it does not redirect."""
    response = client.get(url)
    assert response.status_code in {200, 301}
    return response.headers.get("Location")


@pytest.fixture
def lists(article):
    article.date = article.date.replace(year=2026, month=3, day=9)
    article.save()
    return {
        "category": CategoryFactory(slug="old"),
        "tag": Tag.objects.create(name="old", slug="old"),
        "author": PersonFactory(slug="old"),
    }


@pytest.mark.parametrize("kind", ["category", "tag", "author"])
def test_old_url_of_a_list_redirects_to_the_new_one(client, lists, kind):
    rename(lists[kind], "new")
    assert target(client, f"/blog/{kind}/old/") == f"/blog/{kind}/new/"


@pytest.mark.parametrize("kind", ["category", "tag", "author"])
def test_old_url_of_a_feed_redirects_to_the_new_one(client, lists, kind):
    rename(lists[kind], "new")
    assert target(client, f"/blog/{kind}/old/feed/") == f"/blog/{kind}/new/feed/"


def test_list_renamed_twice_and_back_redirects_once(client, lists):
    for slug in ("new", "newest"):
        rename(lists["category"], slug)
    assert target(client, "/blog/category/old/") == "/blog/category/newest/"
    rename(lists["category"], "old")
    assert target(client, "/blog/category/old/") is None
    assert target(client, "/blog/category/new/") == "/blog/category/old/"


def test_other_changes_create_no_redirect(lists):
    for instance in lists.values():
        instance.name = "Another name"
        instance.save()
    assert not Redirect.objects.exists()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "feed/",
        *(f"{topic}/old/" for topic in ["category", "tag", "author"]),
        *(f"{topic}/old/feed/" for topic in ["category", "tag", "author"]),
        "2026/",
        "2026/03/",
    ],
)
def test_lists_redirect_when_the_blog_is_renamed(
    client, lists, blog_index, path, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        rename(blog_index, "news")
    assert target(client, f"/blog/{path}") == f"/news/{path}"


def test_old_url_of_an_article_redirects_to_the_new_one(
    client, article, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        rename(article, "knees")
    assert target(client, "/blog/runners-knee/") == "/blog/knees/"
