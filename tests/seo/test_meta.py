import re

import pytest

from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.seo.descriptions import (
    complete_description,
    complete_title,
    describe,
)
from tests.factories import BlogPageFactory, CategoryFactory, CommentFactory

CLINIC = ClinicSettings(name="Boulder Therapeutics")
META = re.compile(r'<meta (?:name|property)="([\w:]+)" content="(.*?)">', re.DOTALL)
ALWAYS = {
    "description",
    "og:description",
    "og:image",
    "og:image:alt",
    "og:site_name",
    "og:title",
    "og:type",
    "og:url",
    "twitter:card",
}


def read(client, path):
    return dict(META.findall(client.get(path).content.decode()))


@pytest.fixture
def site(article, service, contact_page):
    article.categories = [CategoryFactory(slug="education")]
    article.tags.add("running")
    article.save()
    CategoryFactory(slug="empty")
    return article


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "website"),
        ("/services/", "website"),
        ("/services/knee-pain/", "website"),
        ("/blog/", "website"),
        ("/blog/runners-knee/", "article"),
        ("/blog/category/education/", "website"),
        ("/contact/", "website"),
        ("/search/?q=knee", "website"),
    ],
)
def test_every_page_has_metadata_for_link_previews(client, site, path, kind):
    meta = read(client, path)
    assert meta.keys() >= ALWAYS
    assert meta["og:type"] == kind
    assert meta["og:image"].startswith("http://testserver/media/sharing/")
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert 70 <= len(meta["description"]) <= 160


def test_author_page_is_a_profile_with_its_own_image(client, site):
    path = f"/blog/author/{site.authors[0].slug}/"
    assert read(client, path)["og:type"] == "profile"
    assert read(client, path)["og:image"] != read(client, "/blog/")["og:image"]


@pytest.mark.parametrize(
    ("path", "listed"),
    [
        ("/", True),
        ("/blog/category/education/", True),
        ("/blog/category/empty/", False),
        ("/blog/tag/running/", False),
        ("/contact/", True),
        ("/contact/?sent=1", False),
        ("/search/", False),
        ("/search/?q=knee", False),
        ("/nowhere/", False),
    ],
)
def test_pages_not_worth_finding_are_noindex(client, site, path, listed):
    assert ("noindex" in read(client, path).get("robots", "")) is not listed


@pytest.mark.parametrize("query", ["?reply_to={}", "?comment={}"])
def test_article_urls_for_one_reader_are_noindex(client, site, query):
    comment = CommentFactory(page=site)
    response = client.get(site.url + query.format(comment.pk))
    assert response["X-Robots-Tag"] == "noindex"


def test_pages_of_a_list_have_different_metadata(client, blog_index):
    BlogPageFactory.create_batch(11, parent=blog_index)
    first, second = read(client, "/blog/"), read(client, "/blog/?page=2")
    for name in ("description", "og:title", "og:url"):
        assert first[name] != second[name]


def test_category_page_links_to_its_feed(client, site):
    html = client.get("/blog/category/education/").content.decode()
    assert 'href="/blog/category/education/feed/"' in html


FEED = re.compile(r'<link rel="alternate" type="application/rss\+xml" .*?href="(.+?)">')


def test_pages_link_to_the_feeds_of_their_content(client, site):
    def find(path):
        return set(FEED.findall(client.get(path).content.decode()))

    own, every = f"/comments/{site.pk}/feed/", "/blog/comments/feed/"
    assert find("/") == {"/blog/feed/"}
    assert find("/blog/") == {"/blog/feed/", every}
    assert find(site.url) == {"/blog/feed/", own}
    for url in {every, own}:
        assert client.get(url)["Content-Type"].startswith("application/rss+xml")


def test_long_title_omits_the_name_of_the_clinic():
    assert complete_title("Knees", CLINIC) == "Knees | Boulder Therapeutics"
    assert complete_title("Knees " * 9, CLINIC, 2) == "Knees " * 9 + ", page 2"


def test_title_that_ends_with_the_name_of_the_clinic_has_it_once():
    title = "Massage at boulder therapeutics"
    assert complete_title(title, CLINIC) == title
    assert complete_title(title, CLINIC, 2) == f"{title}, page 2"


@pytest.mark.parametrize("text", ["", "Short.", "<p>Bold</p>", "words " * 60])
def test_description_has_70_to_160_characters(text):
    assert 70 <= len(complete_description(text, CLINIC)) <= 160


def test_description_of_a_list_names_its_subject(article):
    category = CategoryFactory.build(name="Running", description="")
    assert "Running" in describe(article, category=category)
    assert "hills" in describe(article, tag="hills")
    assert describe(article, author=article.authors[0]).startswith("Articles by")


def test_list_of_an_author_has_another_title_than_their_profile(client, article):
    author = article.authors[0]
    title = read(client, f"/blog/author/{author.slug}/")["og:title"]
    assert title == f"Articles by {author.name} | Boulder Therapeutics"
