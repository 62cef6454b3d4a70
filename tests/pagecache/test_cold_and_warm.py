"""A cached page is, byte for byte, the page that is rendered without a cache."""

import re

from .conftest import Visitor

LOCATION = re.compile(r"<loc>https?://[^/]+([^<]*)</loc>")
# The submission key and the time stamp of the comment form, and the time of a feed.
PER_RENDERING = re.compile(
    r'name="(?:key|stamp)" value="[^"]*"|data-statuses="[^"]*"|<lastBuildDate.*'
)
OTHERS = ["/blog/feed/", "/blog/comments/feed/", "/sitemap.xml", "/llms.txt"]


def test_cached_and_uncached_pages_are_equal(visitor, site, settings):
    urls = [*LOCATION.findall(visitor.text("/sitemap.xml")), *OTHERS]
    assert "/blog/article-c/" in urls
    cold = {url: visitor.text(url) for url in urls}
    warm = {url: visitor.text(url) for url in urls}
    assert cold == warm
    settings.PAGE_CACHE = None
    uncached = Visitor()
    for url in urls:
        expected = PER_RENDERING.sub("", uncached.text(url))
        assert PER_RENDERING.sub("", cold[url]) == expected, url
