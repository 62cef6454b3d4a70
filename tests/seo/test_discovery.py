"""Files for programs: sitemap, robots.txt, llms.txt, favicon; and redirects."""

import re
from datetime import timedelta

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext
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
LARGE_SITEMAP = ["lists.xml", "lists.xml?p=2", "pages.xml", "pages.xml?p=2"]
URL = re.compile(r"<loc>(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?")


def read_sitemap(client, path="/sitemap.xml"):
    return dict(URL.findall(client.get(path).text))


def fresh(page):
    """Return `page` as the tree has it now."""
    return Page.objects.get(pk=page.pk)


def test_sitemap_lists_public_pages_and_archives_with_articles(
    client, article, service, home
):
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


def test_sitemap_gives_the_day_of_the_last_publication(client, article):
    published = timezone.now() - timedelta(days=9)
    BlogPage.objects.update(last_published_at=published)
    day = timezone.localdate(published).isoformat()
    listed = read_sitemap(client)
    assert listed[f"{SITE}/blog/runners-knee/"] == day
    assert listed[f"{SITE}/blog/author/{article.authors[0].slug}/"] == day


def test_parent_category_is_listed_for_articles_of_its_children(client, article):
    wider = CategoryFactory(slug="running")
    narrower = CategoryFactory(slug="trails", parent=wider)
    article.categories = [narrower]
    article.save()
    listed = read_sitemap(client)
    day = timezone.localdate(article.last_published_at).isoformat()
    assert listed[f"{SITE}/blog/category/running/"] == day
    assert listed[f"{SITE}/blog/category/trails/"] == day


def test_blog_index_is_as_new_as_its_newest_article(client, article, blog_index):
    newest = timezone.now() + timedelta(days=1)
    BlogPageFactory(parent=blog_index, last_published_at=newest)
    day = timezone.localdate(newest).isoformat()
    assert read_sitemap(client)[f"{SITE}/blog/"] == day


@pytest.mark.parametrize("path", ["/sitemap.xml", "/llms.txt"])
def test_more_articles_need_no_more_queries(client, blog_index, path):
    BlogPageFactory.create_batch(2, parent=blog_index)
    few = count_queries(client, path)
    BlogPageFactory.create_batch(8, parent=fresh(blog_index))
    assert count_queries(client, path) == few


def test_large_sitemap_is_an_index_of_files_that_list_each_url_once(
    client, article, service, blog_index, monkeypatch
):
    BlogPageFactory.create_batch(5, parent=fresh(blog_index))
    whole = client.get("/sitemap.xml").text
    monkeypatch.setattr(sitemaps.SiteSitemap, "limit", 3)
    files = read_sitemap(client)
    assert set(files) >= {f"{SITE}/sitemap-{name}" for name in LARGE_SITEMAP}
    listed = [url for file in files for url in read_sitemap(client, file).items()]
    assert sorted(listed) == sorted(URL.findall(whole))


@pytest.mark.parametrize(
    "path",
    ["/sitemap-pages.xml?p=9", "/sitemap-pages.xml?p=0", "/sitemap-other.xml"],
)
def test_missing_file_of_the_sitemap_is_not_found(client, article, path):
    assert client.get(path).status_code == 404


def test_file_of_the_sitemap_is_as_new_as_its_newest_page(
    client, article, blog_index, monkeypatch
):
    monkeypatch.setattr(sitemaps.SiteSitemap, "limit", 3)
    newest = timezone.now() + timedelta(days=1)
    BlogPageFactory.create_batch(3, parent=blog_index)
    BlogPage.objects.filter(pk=article.pk).update(last_published_at=newest)
    times = {time[:10] for time in read_sitemap(client).values()}
    assert times == {timezone.localdate(newest).isoformat()}


def test_file_of_the_sitemap_is_rendered_without_bodies(client, article):
    with CaptureQueriesContext(connection) as queries:
        client.get("/sitemap-pages.xml")
    assert not any('"body"' in query["sql"] for query in queries)


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-pages.xml"])
def test_sitemap_has_no_time_that_unpublishing_would_not_change(client, article, path):
    assert "Last-Modified" not in client.get(path)


def test_sitemap_uses_the_public_host(client, article, settings):
    settings.SITE_URL = "https://www.example.com"
    assert f"https://www.example.com{article.url}" in read_sitemap(client)


def test_favicon_is_a_file_and_no_redirect(client, db):
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Content-Type"]) == (200, "image/x-icon")
    assert response.content.startswith(b"\x00\x00\x01\x00")


def test_security_contact_is_the_one_of_the_settings(client, home, settings):
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "Owner <security@example.com>"
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert response.text.startswith("Contact: mailto:security@example.com\nExpires: 2")


@pytest.mark.parametrize(
    ("url", "policy"), [("/", "same-origin"), ("/media/x.jpg", "cross-origin")]
)
def test_other_sites_may_embed_images_only(client, home, url, policy):
    assert client.get(url)["Cross-Origin-Resource-Policy"] == policy


def test_robots_file_excludes_the_admin_and_names_the_sitemap(client, home):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert f"Sitemap: {SITE}/sitemap.xml" in lines


def test_crawlers_may_read_the_noindex_of_the_search_page(client, home):
    assert "/search/" not in client.get("/robots.txt").content.decode()


def test_llms_file_has_a_line_about_each_public_page(
    client, article, service, contact_page, blog_index
):
    BlogPageFactory(parent=blog_index, title="Draft", live=False)
    response = client.get("/llms.txt")
    text = response.content.decode()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert text.startswith("# Boulder Therapeutics\n\n> ")
    line = f"- [Runner’s Knee]({SITE}/blog/runners-knee/index.md): A lead paragraph."
    assert f"## Blog\n\n- [Blog]({SITE}/blog/index.md): Blog\n{line}\n" in text
    assert f"## More\n\n- [Contact]({SITE}/contact/index.md)" in text
    assert "Draft" not in text


def test_llms_file_lists_the_newest_of_many_pages_and_links_to_the_sitemap(
    client, article, blog_index, monkeypatch
):
    new = timezone.now() + timedelta(days=1)
    BlogPageFactory(parent=blog_index, title="Newest", first_published_at=new)
    monkeypatch.setattr(llms, "MOST_PAGES", 1)
    text = client.get("/llms.txt").content.decode()
    assert "[Newest]" in text
    assert "[Runner’s Knee]" not in text
    assert f"- [All others]({SITE}/sitemap.xml)" in text


def test_old_urls_redirect_after_a_page_and_its_children_are_moved(client, home):
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
