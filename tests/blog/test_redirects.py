"""Lists are found at the addresses that they have had."""

import pytest

from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect

from tests.factories import CategoryFactory, PersonFactory


def rename(thing, slug):
    thing.slug = slug
    thing.save()


def target(client, address):
    """Return where an address leads for good, None if it answers by itself."""
    response = client.get(address)
    assert response.status_code in {200, 301}
    return response.headers.get("Location")


@pytest.fixture
def lists(article):
    return {
        "category": CategoryFactory(slug="old"),
        "tag": Tag.objects.create(name="old", slug="old"),
        "author": PersonFactory(slug="old"),
    }


@pytest.mark.parametrize("kind", ["category", "tag", "author"])
def test_renamed_list_is_found_at_its_old_address(client, lists, kind):
    rename(lists[kind], "new")
    assert target(client, f"/blog/{kind}/old/") == f"/blog/{kind}/new/"


def test_feed_of_a_renamed_category_is_found_at_its_old_address(client, lists):
    rename(lists["category"], "new")
    assert target(client, "/blog/category/old/feed/") == "/blog/category/new/feed/"


def test_list_renamed_twice_and_back_is_found_with_one_step(client, lists):
    for slug in ("new", "newest"):
        rename(lists["category"], slug)
    assert target(client, "/blog/category/old/") == "/blog/category/newest/"
    rename(lists["category"], "old")
    assert target(client, "/blog/category/old/") is None
    assert target(client, "/blog/category/new/") == "/blog/category/old/"


def test_other_changes_redirect_nothing(lists):
    for thing in lists.values():
        thing.name = "Other words"
        thing.save()
    assert not Redirect.objects.exists()


@pytest.mark.parametrize(
    "path",
    ["", "feed/", "category/old/", "category/old/feed/", "tag/old/", "author/old/"],
)
def test_renamed_blog_takes_its_lists_along(
    client, lists, blog_index, path, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        rename(blog_index, "news")
    assert target(client, f"/blog/{path}") == f"/news/{path}"


def test_renamed_article_is_found_at_its_old_address(
    client, article, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        rename(article, "knees")
    assert target(client, "/blog/runners-knee/") == "/blog/knees/"
