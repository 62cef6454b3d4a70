import re
from xml.etree import ElementTree

import feedparser
import pytest
from pytest_django.asserts import assertContains

from wagtail.models import Page

from tests.factories import (
    BlogPageFactory,
    CategoryFactory,
    CommentFactory,
    ImageFactory,
    PersonFactory,
)
from tests.html import parse
from tests.test_queries import count_queries

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def parse_feed(response):
    """Return a feed as feed readers understand it; fail if it has mistakes."""
    headers = {"content-type": response["Content-Type"]}
    parsed = feedparser.parse(response.content, response_headers=headers)
    assert not parsed.bozo, parsed.bozo_exception
    return parsed


@pytest.fixture
def items(client):
    def items(url):
        response = client.get(url)
        assert response.status_code == 200
        assert response["Content-Type"].startswith("application/rss+xml")
        return ElementTree.fromstring(response.content).findall("channel/item")

    return items


def test_feed_has_the_full_text_of_articles(items, article):
    (item,) = items("/blog/feed/")
    assert item.findtext("title") == "Runner’s Knee"
    assert item.findtext("link") == "http://testserver/blog/runners-knee/"
    assert "Some words." in item.findtext(CONTENT)


def test_draft_is_not_in_the_feed(items, blog_index):
    BlogPageFactory(parent=blog_index, live=False)
    assert items("/blog/feed/") == []


def test_feed_of_a_category_has_only_its_articles(items, article, blog_index):
    category = CategoryFactory(slug="education")
    article.categories = [category]
    article.save()
    BlogPageFactory(parent=blog_index)
    (item,) = items("/blog/category/education/feed/")
    assert item.findtext("title") == "Runner’s Knee"


@pytest.fixture
def topics(blog_index):
    """An article in a category, with a tag and an author, and one without."""
    category = CategoryFactory(name="Education", slug="education", description="Why.")
    author = PersonFactory(name="Kim", slug="kim", biography="<p>Runs.</p>")
    page = BlogPageFactory(parent=blog_index, title="Knees", authors=[author])
    page.categories = [category]
    page.tags.add("Running")
    page.save()
    BlogPageFactory(parent=blog_index)


TOPICS = [
    ("category/education/", "Education", "Why."),
    ("tag/running/", "Running", "Articles about Running."),
    ("author/kim/", "Kim", "Runs."),
]


@pytest.mark.parametrize(("path", "name", "about"), TOPICS)
def test_feed_of_a_topic_has_its_articles_only(client, topics, path, name, about):
    response = client.get(f"/blog/{path}feed/")
    parsed = parse_feed(response)
    assert parsed.version == "rss20"
    assert parsed.feed.title.startswith(f"Blog – {name}")
    assert parsed.feed.subtitle == about
    assert parsed.feed.link == f"http://testserver/blog/{path}"
    assert [entry.title for entry in parsed.entries] == ["Knees"]
    assert "Some words." in parsed.entries[0].content[0].value


@pytest.mark.parametrize(("path", "name", "about"), TOPICS)
def test_list_of_a_topic_advertises_its_feed(client, topics, path, name, about):
    response = client.get(f"/blog/{path}")
    feeds = parse(response).findall(".//link[@type='application/rss+xml']")
    assert f"/blog/{path}feed/" in [feed.get("href") for feed in feeds]
    follow = f'<a href="/blog/{path}feed/">Follow {name} in a feed reader</a>'
    assertContains(response, follow, html=True)


@pytest.mark.parametrize("url", ["/blog/feed/", "/blog/comments/feed/"])
def test_feed_has_no_mistakes(client, article, url):
    CommentFactory(page=article)
    response = client.get(url)
    parsed = parse_feed(response)
    assert len(parsed.entries) == 1


@pytest.mark.parametrize("topic", ["category", "tag", "author"])
def test_feed_of_an_unknown_topic_is_404(client, blog_index, topic):
    assert client.get(f"/blog/{topic}/unknown/feed/").status_code == 404


def test_links_in_the_feed_are_absolute(items, article, service):
    article.body = [
        ("paragraph", f'<p><a linktype="page" id="{service.pk}">Knee pain</a></p>')
    ]
    article.save()
    (item,) = items("/blog/feed/")
    assert 'href="http://testserver/services/knee-pain/"' in item.findtext(CONTENT)


def test_images_in_the_feed_are_absolute(items, article):
    article.cover = ImageFactory()
    article.body = [("figure", {"image": ImageFactory(), "caption": "A knee."})]
    article.save()
    (item,) = items("/blog/feed/")
    picture = item.find(f"{MEDIA}content")
    assert picture.get("url").startswith("http://testserver/media/")
    assert picture.get("type") == "image/jpeg"
    urls = re.findall(r'(?:src|srcset)="(.+?)"', item.findtext(CONTENT))
    assert urls
    for url in ", ".join(urls).split(", "):
        assert url.startswith("http://testserver/media/")


@pytest.mark.parametrize("url", ["/blog/feed/", "/blog/comments/feed/"])
def test_feed_links_to_itself(client, article, url):
    channel = ElementTree.fromstring(client.get(url).content).find("channel")
    link = channel.find(f"{ATOM}link")
    assert link.get("rel") == "self"
    assert link.get("href") == f"http://testserver{url}"
    assert channel.findtext("link").startswith("http://testserver/")


def test_feed_has_the_references_of_articles(client, blog_index):
    source = {"text": "Lee, Sore Knees, 2020", "url": "https://example.org/knees"}
    BlogPageFactory(parent=blog_index, references=[("reference", source)])
    assertContains(client.get("/blog/feed/"), 'href="https://example.org/knees"')


def test_queries_of_the_feed_do_not_grow_with_images(client, blog_index):
    def publish(count):
        for _ in range(count):
            body = [("figure", {"image": ImageFactory(), "caption": "A knee."})]
            parent = Page.objects.get(pk=blog_index.pk)
            BlogPageFactory(parent=parent, body=body)

    publish(2)
    few = count_queries(client, "/blog/feed/")
    publish(4)
    assert count_queries(client, "/blog/feed/") == few
    assertContains(client.get("/blog/feed/"), "A knee.", count=6)
