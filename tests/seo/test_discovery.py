"""What programs read of the whole site: sitemap, robots.txt, llms.txt, redirects."""

import re
from datetime import timedelta

import pytest

from django.utils import timezone

from wagtail.models import Page, PageViewRestriction

from blog.models import BlogPage
from boulder_therapeutics.seo import llms, sitemaps
from tests.factories import (
    BlogPageFactory,
    CategoryFactory,
    PersonFactory,
    StandardPageFactory,
)
from tests.test_queries import count_queries

SITE = "http://testserver"
URL = re.compile(r"<loc>(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?")


def read_sitemap(client, address="/sitemap.xml"):
    return dict(URL.findall(client.get(address).content.decode()))


def fresh(page):
    """Return `page` as the tree has it now."""
    return Page.objects.get(pk=page.pk)


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


def test_wider_category_is_listed_for_the_articles_below_it(client, article):
    wider = CategoryFactory(slug="running")
    narrower = CategoryFactory(slug="trails", parent=wider)
    article.categories = [narrower]
    article.save()
    listed = read_sitemap(client)
    day = timezone.localdate(article.last_published_at).isoformat()
    assert listed[f"{SITE}/blog/category/running/"] == day
    assert listed[f"{SITE}/blog/category/trails/"] == day


def test_list_of_articles_is_as_new_as_its_newest(client, article, blog_index):
    newest = timezone.now() + timedelta(days=1)
    BlogPageFactory(parent=blog_index, last_published_at=newest)
    day = timezone.localdate(newest).isoformat()
    assert read_sitemap(client)[f"{SITE}/blog/"] == day


@pytest.mark.parametrize("address", ["/sitemap.xml", "/llms.txt"])
def test_list_needs_no_more_queries_for_more_articles(client, blog_index, address):
    BlogPageFactory.create_batch(2, parent=blog_index)
    few = count_queries(client, address)
    BlogPageFactory.create_batch(8, parent=fresh(blog_index))
    assert count_queries(client, address) == few


def test_sitemap_of_many_pages_names_files_that_list_each_of_them_once(
    client, article, service, blog_index, monkeypatch
):
    BlogPageFactory.create_batch(5, parent=fresh(blog_index))
    whole = client.get("/sitemap.xml").content.decode()
    monkeypatch.setattr(sitemaps, "PAGES_PER_FILE", 3)
    files = read_sitemap(client)
    assert list(files) == [f"{SITE}/sitemap-{number}.xml" for number in (1, 2, 3)]
    found = [url for file in files for url in read_sitemap(client, file).items()]
    assert sorted(found) == sorted(URL.findall(whole))
    assert client.get("/sitemap-4.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_file_of_the_sitemap_is_as_new_as_its_newest_page(
    client, article, blog_index, monkeypatch
):
    newest, old = timezone.now() + timedelta(days=1), timezone.now() - timedelta(days=9)
    BlogPageFactory.create_batch(3, parent=blog_index, last_published_at=old)
    BlogPage.objects.filter(pk=article.pk).update(last_published_at=newest)
    monkeypatch.setattr(sitemaps, "PAGES_PER_FILE", 2)
    times = list(read_sitemap(client).values())
    # Home and the changed article; older articles; and only one of these.
    assert [time[:10] for time in times] == [
        timezone.localdate(time).isoformat() for time in (newest, old, old)
    ]


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


def test_programs_get_the_newest_of_many_pages_and_the_way_to_all(
    client, article, blog_index, monkeypatch
):
    new = timezone.now() + timedelta(days=1)
    BlogPageFactory(parent=blog_index, title="Newest", first_published_at=new)
    monkeypatch.setattr(llms, "MOST_PAGES", 1)
    text = client.get("/llms.txt").content.decode()
    assert "[Newest]" in text
    assert "[Runner’s Knee]" not in text
    assert f"- [All others]({SITE}/sitemap.xml)" in text


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
