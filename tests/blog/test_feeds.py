import re
from xml.etree import ElementTree

import pytest

from wagtail.models import Page

from tests.factories import BlogPageFactory, CategoryFactory, ImageFactory
from tests.test_queries import count_queries

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


@pytest.fixture
def items(client):
    def items(address):
        response = client.get(address)
        assert response.status_code == 200
        assert response["Content-Type"].startswith("application/rss+xml")
        return ElementTree.fromstring(response.content).findall("channel/item")

    return items


def test_feed_holds_whole_articles(items, article):
    (item,) = items("/blog/feed/")
    assert item.findtext("title") == "Runner’s Knee"
    assert item.findtext("link") == "http://testserver/blog/runners-knee/"
    assert "Some words." in item.findtext(CONTENT)


def test_draft_is_not_in_the_feed(items, blog_index):
    BlogPageFactory(parent=blog_index, live=False)
    assert items("/blog/feed/") == []


def test_category_has_a_feed_of_its_own(items, article, blog_index):
    category = CategoryFactory(slug="education")
    article.categories = [category]
    article.save()
    BlogPageFactory(parent=blog_index)
    (item,) = items("/blog/category/education/feed/")
    assert item.findtext("title") == "Runner’s Knee"


def test_links_in_the_feed_are_whole_addresses(items, article, service):
    article.body = [
        ("paragraph", f'<p><a linktype="page" id="{service.pk}">Knee pain</a></p>')
    ]
    article.save()
    (item,) = items("/blog/feed/")
    assert 'href="http://testserver/services/knee-pain/"' in item.findtext(CONTENT)


def test_pictures_in_the_feed_are_whole_addresses(items, article):
    article.cover = ImageFactory()
    article.body = [("figure", {"image": ImageFactory(), "caption": "A knee."})]
    article.save()
    (item,) = items("/blog/feed/")
    picture = item.find(f"{MEDIA}content")
    assert picture.get("url").startswith("http://testserver/media/images/")
    assert picture.get("type") == "image/jpeg"
    addresses = re.findall(r'(?:src|srcset)="(.+?)"', item.findtext(CONTENT))
    assert addresses
    for address in ", ".join(addresses).split(", "):
        assert address.startswith("http://testserver/media/")


@pytest.mark.parametrize("address", ["/blog/feed/", "/blog/comments/feed/"])
def test_feed_says_where_it_is(client, article, address):
    channel = ElementTree.fromstring(client.get(address).content).find("channel")
    link = channel.find(f"{ATOM}link")
    assert (link.get("rel"), link.get("href")) == (
        "self",
        f"http://testserver{address}",
    )
    assert channel.findtext("link").startswith("http://testserver/")


def test_feed_lists_the_references_of_an_article(client, blog_index):
    source = {"text": "Lee, Sore Knees, 2020", "url": "https://example.org/knees"}
    BlogPageFactory(parent=blog_index, references=[("reference", source)])
    assert (
        'href="https://example.org/knees"' in client.get("/blog/feed/").content.decode()
    )


def test_feed_finds_the_pictures_of_all_articles_at_once(client, blog_index):
    def publish(count):
        for _ in range(count):
            body = [("figure", {"image": ImageFactory(), "caption": "A knee."})]
            parent = Page.objects.get(pk=blog_index.pk)
            BlogPageFactory(parent=parent, body=body)

    publish(2)
    few = count_queries(client, "/blog/feed/")
    publish(4)
    assert count_queries(client, "/blog/feed/") == few
    assert client.get("/blog/feed/").content.count(b"A knee.") == 6
