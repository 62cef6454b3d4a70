"""Every page describes itself to search engines and link previews."""

import json
from html.parser import HTMLParser
from io import BytesIO
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from PIL import Image

from tests.vocabulary import find_mistakes

from .pages import PAGES

pytestmark = pytest.mark.browser

UNLISTED = {
    "/blog/2026/",
    "/blog/tag/running/",
    "/comments/own/",
    "/comments/report/1/",
    "/contact/?sent=1",
    "/contact/?sent=urgent",
    "/nothing-is-here/",
    "/search/?q=knee",
    "/search/?q=therapist",
    "/search/?q=nothing-like-it",
}
LISTED = [path for path in PAGES if path not in UNLISTED]


class Facts(HTMLParser):
    """The texts of a page by element, its metadata and its links."""

    def __init__(self, url):
        super().__init__()
        self.texts, self.metas, self.links, self.within = [], {}, {}, None
        try:
            self.feed(urlopen(url).read().decode())
        except HTTPError as error:
            self.feed(error.read().decode())

    def handle_starttag(self, tag, attrs):
        attrs, self.within = dict(attrs), tag
        if tag == "meta" and "content" in attrs:
            self.metas[attrs.get("name") or attrs.get("property")] = attrs["content"]
        elif tag == "link":
            self.links[attrs["rel"]] = attrs["href"]
        elif attrs.get("type") == "application/ld+json":
            self.within = "facts"

    def handle_data(self, data):
        if data.strip():
            self.texts.append((self.within, data.strip()))

    def all(self, tag):
        """Return the texts that are directly in elements of a kind."""
        return [text for within, text in self.texts if within == tag]


@pytest.mark.parametrize("path", PAGES)
def test_page_has_one_title_and_is_indexed_unless_unlisted(site, path):
    facts = Facts(site.url + path)
    assert len(facts.all("title")) == 1
    assert len(facts.all("title")[0]) <= 65
    assert ("noindex" in facts.metas.get("robots", "")) == (path in UNLISTED)


@pytest.mark.parametrize("path", LISTED)
def test_indexed_page_has_a_description(site, path):
    facts = Facts(site.url + path)
    assert facts.links["canonical"] == facts.metas["og:url"] == site.url + path
    assert 70 <= len(facts.metas["description"]) <= 160
    assert facts.metas["og:title"] == facts.all("title")[0]
    with urlopen(facts.metas["og:image"]) as answer:
        assert Image.open(BytesIO(answer.read())).size == (1200, 630)


@pytest.mark.parametrize("path", LISTED)
def test_indexed_page_has_valid_structured_data(site, path):
    (text,) = Facts(site.url + path).all("facts")
    document = json.loads(text)
    assert find_mistakes(document) == []
    assert any(node.get("url") == site.url + path for node in document["@graph"])


def test_indexed_pages_have_distinct_titles_and_descriptions(site):
    pages = [Facts(site.url + path) for path in LISTED]
    for values in (
        [page.all("title")[0] for page in pages],
        [page.metas["description"] for page in pages],
        [page.metas["og:image"] for page in pages],
    ):
        assert len(set(values)) == len(values)
