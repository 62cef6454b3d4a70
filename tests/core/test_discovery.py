"""What programs read of the whole site: sitemap, robots.txt, llms.txt, redirects."""

import re
from datetime import timedelta

from django.utils import timezone

from wagtail.models import PageViewRestriction

from blog.models import BlogPage
from tests.factories import (
    BlogPageFactory,
    CategoryFactory,
    PersonFactory,
    StandardPageFactory,
)

SITE = "http://testserver"
URL = re.compile(r"<loc>(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?")


def read_sitemap(client):
    return dict(URL.findall(client.get("/sitemap.xml").content.decode()))


def test_sitemap_lists_what_may_be_found(client, article, service, home):
    StandardPageFactory(parent=home, slug="draft", live=False)
    private = StandardPageFactory(parent=home, slug="private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    category, author = CategoryFactory(slug="knees"), article.authors[0]
    CategoryFactory(slug="empty")
    PersonFactory(slug="writes-nothing")
    article.categories = [category]
    article.tags.add("running")
    article.save()
    assert set(read_sitemap(client)) == {
        f"{SITE}/",
        f"{SITE}/services/",
        f"{SITE}/services/knee-pain/",
        f"{SITE}/blog/",
        f"{SITE}/blog/runners-knee/",
        f"{SITE}/blog/category/knees/",
        f"{SITE}/blog/author/{author.slug}/",
    }


def test_sitemap_says_when_a_page_was_last_published(client, article):
    published = timezone.now() - timedelta(days=9)
    BlogPage.objects.update(last_published_at=published)
    day = timezone.localdate(published).isoformat()
    listed = read_sitemap(client)
    assert listed[f"{SITE}/blog/runners-knee/"] == day
    assert listed[f"{SITE}/blog/author/{article.authors[0].slug}/"] == day


def test_list_of_articles_is_as_new_as_its_newest(client, article, blog_index):
    newest = timezone.now() + timedelta(days=1)
    BlogPageFactory(parent=blog_index, last_published_at=newest)
    day = timezone.localdate(newest).isoformat()
    assert read_sitemap(client)[f"{SITE}/blog/"] == day


def test_sitemap_needs_no_more_queries_for_more_articles(
    client, blog_index, django_assert_max_num_queries
):
    BlogPageFactory.create_batch(10, parent=blog_index)
    client.get("/sitemap.xml")
    with django_assert_max_num_queries(12):
        client.get("/sitemap.xml")


def test_robots_are_told_the_way(client, home):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert f"Sitemap: {SITE}/sitemap.xml" in lines


def test_engines_may_see_that_the_search_is_not_to_be_listed(client, home):
    assert "/search/" not in client.get("/robots.txt").content.decode()


def test_readers_that_are_programs_get_the_tree_with_a_line_on_each_page(
    client, article, service, contact_page, blog_index
):
    BlogPageFactory(parent=blog_index, title="Draft", live=False)
    response = client.get("/llms.txt")
    text = response.content.decode()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert text.startswith("# Boulder Therapeutics\n\n> ")
    line = f"- [Runner’s Knee]({SITE}/blog/runners-knee/): A lead paragraph."
    assert f"## Blog\n\n- [Blog]({SITE}/blog/): Blog\n{line}\n" in text
    assert f"## More\n\n- [Contact]({SITE}/contact/)" in text
    assert "Draft" not in text


def test_moved_page_and_those_below_it_are_found_at_their_old_addresses(client, home):
    parent = StandardPageFactory(parent=home, slug="visit")
    moved = StandardPageFactory(parent=home, slug="room")
    StandardPageFactory(parent=moved, slug="access")
    moved.move(parent, pos="last-child")
    for old, new in [
        ("/room/", "/visit/room/"),
        ("/room/access/", "/visit/room/access/"),
    ]:
        response = client.get(old)
        assert (response.status_code, response.url) == (301, new)
