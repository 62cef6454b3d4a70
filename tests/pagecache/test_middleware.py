"""Which responses are cached, for which visitors, and how they are sent."""

import gzip
from types import SimpleNamespace

import brotli
import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import PageViewRestriction

from blog.models import BlogPage
from boulder_therapeutics.core.tags import PAGES
from boulder_therapeutics.pagecache import invalidate
from boulder_therapeutics.pagecache.cache import get_cache
from boulder_therapeutics.pagecache.storage.redis import RedisStore
from tests.factories import CommentFactory

ARTICLE = "/blog/article-c/"


def test_cached_page_needs_no_query(visitor, site):
    assert visitor.x_cache(ARTICLE) == "miss"
    with CaptureQueriesContext(connection) as queries:
        assert visitor.x_cache(ARTICLE) == "hit"
    assert len(queries) == 0


def test_hit_equals_miss(visitor, site):
    miss, hit = visitor.get(ARTICLE), visitor.get(ARTICLE)
    assert miss.content == hit.content
    names = {"X-Cache", "Cache-Control"}
    assert {n: v for n, v in miss.items() if n not in names} == {
        n: v for n, v in hit.items() if n not in names
    }
    assert "Content-Security-Policy" in hit
    assert not hit.cookies
    assert hit["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["br, gzip", "gzip", "gzip;q=0, br;q=0"])
def test_body_is_sent_in_the_accepted_encoding(visitor, site, accepted):
    plain = visitor.get(ARTICLE).content
    response = visitor.get(ARTICLE, accept_encoding=accepted)
    encoding = response.get("Content-Encoding", "")
    assert encoding == ("" if "q=0" in accepted else accepted.partition(",")[0])
    if encoding == "gzip":
        assert gzip.decompress(response.content) == plain
    assert int(response["Content-Length"]) == len(response.content)


@pytest.mark.parametrize("url", ["/search/?q=knee", "/nothing/", "/comments/own/"])
def test_uncached_page_is_compressed(visitor, site, url):
    plain = visitor.get(url)
    compressed = visitor.get(url, accept_encoding="br")
    assert (plain.get("Content-Encoding"), compressed["Content-Encoding"]) == (
        None,
        "br",
    )
    assert "Accept-Encoding" in compressed["Vary"]
    assert (
        int(compressed["Content-Length"])
        == len(compressed.content)
        < len(plain.content) / 2
    )
    assert b"</html>" in brotli.decompress(compressed.content)


def test_page_for_staff_is_not_compressed(visitor, site, moderator):
    visitor.client.force_login(moderator)
    for url in ("/search/?q=knee", "/admin/"):
        assert "Content-Encoding" not in visitor.get(url, accept_encoding="gzip")


def test_matching_etag_gets_304(visitor, site):
    etag = visitor.get(ARTICLE)["ETag"]
    response = visitor.get(ARTICLE, if_none_match=f'"other", {etag}')
    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == etag


def test_head_reads_the_cache_but_does_not_fill_it(visitor, site):
    assert visitor.client.head(ARTICLE).headers.get("X-Cache") is None
    assert visitor.x_cache(ARTICLE) == "miss"
    assert visitor.client.head(ARTICLE)["X-Cache"] == "hit"


def test_tracking_parameters_are_ignored(visitor, site):
    visitor.get(ARTICLE)
    assert visitor.x_cache(ARTICLE + "?utm_source=x&gclid=1&fbclid=2") == "hit"
    assert "utm_source" not in visitor.text("/blog/?utm_source=x")


@pytest.mark.parametrize(
    "query",
    ["?x=1", "?comment=1", "?reply_to=1", "?page=1&page=1", "?page=" + "1" * 300],
)
def test_url_with_unknown_parameters_is_not_cached(visitor, site, query):
    visitor.get("/blog/" + query)
    assert visitor.x_cache("/blog/" + query) is None


def test_pages_of_a_list_are_cached_separately(visitor, site):
    for _ in range(12):
        CommentFactory(page=site.c)
    assert visitor.x_cache("/blog/") == "miss"
    assert visitor.x_cache("/blog/?page=1") == "miss"
    assert visitor.x_cache("/blog/?page=1") == "hit"
    assert visitor.get("/blog/?page=99").status_code == 404


@pytest.mark.parametrize(
    "url",
    ["/nothing/", "/search/?q=knee", "/search/", "/robots.txt", "/comments/own/"],
)
def test_response_that_is_no_page_is_not_cached(visitor, site, url):
    for _ in range(2):
        response = visitor.get(url)
        assert "X-Cache" not in response
        assert "public" not in response.get("Cache-Control", "")


def test_staff_are_never_served_from_the_cache(visitor, site, moderator):
    visitor.get(ARTICLE)
    visitor.client.force_login(moderator)
    assert visitor.x_cache(ARTICLE) is None
    assert "no-store" in visitor.get(ARTICLE)["Cache-Control"]


def test_page_rendered_for_staff_is_not_cached(visitor, site, moderator):
    visitor.client.force_login(moderator)
    visitor.get(ARTICLE)
    visitor.client.logout()
    assert visitor.x_cache(ARTICLE) == "miss"


def test_commenter_with_a_cookie_gets_the_cached_page(visitor, site):
    visitor.get(ARTICLE)
    visitor.client.cookies["commenter"] = "Ann"
    assert visitor.x_cache(ARTICLE) == "hit"


def test_restricted_page_is_not_cached(visitor, site, commit):
    with commit():
        PageViewRestriction.objects.create(
            page=site.c, restriction_type="password", password="x"
        )
    for _ in range(2):
        response = visitor.get(ARTICLE)
        assert response.headers.get("X-Cache") is None
        assert "Some words" not in response.content.decode()


def test_pending_comment_is_in_no_cached_page(visitor, site):
    visitor.get(ARTICLE)
    fields = {"name": "Eve", "email": "eve@example.org", "text": "Waiting words."}
    response = visitor.client.post(f"/comments/{site.c.pk}/", fields)
    assert response.status_code == 303
    assert "Waiting words." in visitor.text(response["Location"].partition("#")[0])
    assert visitor.x_cache(ARTICLE) == "hit"
    assert "Waiting words." not in visitor.text(ARTICLE)


def test_front_cache_headers_are_sent_only_with_a_front_cache(visitor, site, settings):
    assert visitor.get(ARTICLE)["Cache-Control"] == "public, max-age=0, must-revalidate"
    settings.FRONT_CACHE_URL = "http://127.0.0.1:1/"
    response = visitor.get(ARTICLE)
    assert "s-maxage=" in response["Cache-Control"]
    assert "stale-while-revalidate" not in response["Cache-Control"]
    assert PAGES in response["xkey"].split()


def test_stale_page_is_served_when_rendering_fails(visitor, site, commit, monkeypatch):
    visitor.client.raise_request_exception = False
    text = visitor.text(ARTICLE)
    get_cache().invalidate([PAGES])
    monkeypatch.setattr(BlogPage, "get_context", lambda *args: 1 / 0)
    response = visitor.get(ARTICLE)
    assert (response.status_code, response.content.decode()) == (200, text)
    assert (response["X-Cache"], response["Cache-Control"]) == (
        "stale",
        "private, no-store",
    )
    # Never a page that shows something unpublished.
    with commit():
        invalidate(PAGES, gone=True)
    assert visitor.get(ARTICLE).status_code == 500


def test_pages_are_served_while_redis_is_down(visitor, site, settings):
    settings.PAGE_CACHE = "redis://127.0.0.1:1/0"
    assert visitor.get(ARTICLE).status_code == 200
    assert visitor.get(ARTICLE).status_code == 200


def test_page_that_is_read_again_is_compressed_better(visitor, site):
    def read():
        return visitor.get(ARTICLE, **{"accept-encoding": "br"}).content

    first, second = read(), read()
    get_cache().executor.submit(int).result()  # after all pending work
    later = read()
    assert len(later) < len(first) == len(second)
    assert brotli.decompress(later) == brotli.decompress(first)
    get_cache().memory.entries.clear()
    assert read() == later  # other processes get it, too


def test_entry_of_another_release_in_redis_is_ignored():
    redis = SimpleNamespace(get=lambda key: b'[1, ["all"], 9, {}, "etag", {}]\n')
    assert RedisStore(redis).get("/") is None
