"""What is kept, for whom, and how it is sent."""

import gzip
from types import SimpleNamespace

import brotli
import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import PageViewRestriction

from boulder_therapeutics.core.models import HomePage
from boulder_therapeutics.pagecache import purge
from boulder_therapeutics.pagecache.cache import afterwards, get_cache
from boulder_therapeutics.pagecache.storage.redis import RedisStore
from tests.factories import CommentFactory

ARTICLE = "/blog/article-c/"


def test_second_reader_costs_no_query(reader, site):
    assert reader.how(ARTICLE) == "miss"
    with CaptureQueriesContext(connection) as queries:
        assert reader.how(ARTICLE) == "hit"
    assert len(queries) == 0


def test_hit_equals_miss(reader, site):
    miss, hit = reader.get(ARTICLE), reader.get(ARTICLE)
    assert miss.content == hit.content
    names = {"X-Cache", "Cache-Control"}
    assert {n: v for n, v in miss.items() if n not in names} == {
        n: v for n, v in hit.items() if n not in names
    }
    assert "Content-Security-Policy" in hit
    assert not hit.cookies
    assert hit["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["br, gzip", "gzip", "gzip;q=0, br;q=0"])
def test_body_is_sent_as_the_reader_wants_it(reader, site, accepted):
    plain = reader.get(ARTICLE).content
    answer = reader.get(ARTICLE, accept_encoding=accepted)
    encoding = answer.get("Content-Encoding", "")
    assert encoding == ("" if "q=0" in accepted else accepted.partition(",")[0])
    if encoding == "gzip":
        assert gzip.decompress(answer.content) == plain
    assert int(answer["Content-Length"]) == len(answer.content)


@pytest.mark.parametrize("address", ["/search/?q=knee", "/nothing/", "/comments/own/"])
def test_what_is_not_kept_is_sent_in_fewer_bytes_too(reader, site, address):
    plain = reader.get(address)
    packed = reader.get(address, accept_encoding="br")
    assert (plain.get("Content-Encoding"), packed["Content-Encoding"]) == (None, "br")
    assert "Accept-Encoding" in packed["Vary"]
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content) / 2
    assert b"</html>" in brotli.decompress(packed.content)


def test_what_staff_gets_has_the_size_that_it_has(reader, site, moderator):
    reader.client.force_login(moderator)
    for address in ("/search/?q=knee", "/admin/"):
        assert "Content-Encoding" not in reader.get(address, accept_encoding="gzip")


def test_known_page_is_not_sent_again(reader, site):
    etag = reader.get(ARTICLE)["ETag"]
    answer = reader.get(ARTICLE, if_none_match=f'"other", {etag}')
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["ETag"] == etag


def test_head_is_answered_from_the_cache_and_fills_it_not(reader, site):
    assert reader.client.head(ARTICLE).headers.get("X-Cache") is None
    assert reader.how(ARTICLE) == "miss"
    assert reader.client.head(ARTICLE)["X-Cache"] == "hit"


def test_tracking_is_dropped(reader, site):
    reader.get(ARTICLE)
    assert reader.how(ARTICLE + "?utm_source=x&gclid=1&fbclid=2") == "hit"
    assert "utm_source" not in reader.text("/blog/?utm_source=x")


@pytest.mark.parametrize(
    "query",
    ["?x=1", "?comment=1", "?reply_to=1", "?page=1&page=1", "?page=" + "1" * 300],
)
def test_unknown_parameters_are_not_kept(reader, site, query):
    reader.get("/blog/" + query)
    assert reader.how("/blog/" + query) is None


def test_pages_of_lists_are_kept_apart(reader, site):
    for _ in range(12):
        CommentFactory(page=site.c)
    assert reader.how("/blog/") == "miss"
    assert reader.how("/blog/?page=1") == "miss"
    assert reader.how("/blog/?page=1") == "hit"
    assert reader.get("/blog/?page=99").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/nothing/", "/search/?q=knee", "/search/", "/robots.txt", "/comments/own/"],
)
def test_what_is_not_a_page_is_not_kept(reader, site, address):
    for _ in range(2):
        answer = reader.get(address)
        assert "X-Cache" not in answer
        assert "public" not in answer.get("Cache-Control", "")


def test_staff_is_never_served_from_the_cache(reader, site, moderator):
    reader.get(ARTICLE)
    reader.client.force_login(moderator)
    assert reader.how(ARTICLE) is None
    assert "no-store" in reader.get(ARTICLE)["Cache-Control"]


def test_what_staff_sees_is_not_kept(reader, site, moderator):
    reader.client.force_login(moderator)
    reader.get(ARTICLE)
    reader.client.logout()
    assert reader.how(ARTICLE) == "miss"


def test_one_who_has_commented_gets_what_others_get(reader, site):
    reader.get(ARTICLE)
    reader.client.cookies["commenter"] = "Ann"
    assert reader.how(ARTICLE) == "hit"


def test_private_page_is_not_kept(reader, site, commit):
    with commit():
        PageViewRestriction.objects.create(
            page=site.c, restriction_type="password", password="x"
        )
    for _ in range(2):
        answer = reader.get(ARTICLE)
        assert answer.headers.get("X-Cache") is None
        assert "Some words" not in answer.content.decode()


def test_waiting_comment_is_in_no_page(reader, site):
    reader.get(ARTICLE)
    fields = {"name": "Eve", "email": "eve@example.org", "text": "Waiting words."}
    answer = reader.client.post(f"/comments/{site.c.pk}/", fields)
    assert answer.status_code == 303
    assert "Waiting words." in reader.text(answer["Location"].partition("#")[0])
    assert reader.how(ARTICLE) == "hit"
    assert "Waiting words." not in reader.text(ARTICLE)


def test_other_caches_may_keep_only_what_is_purged_there(reader, site, settings):
    assert reader.get(ARTICLE)["Cache-Control"] == "public, max-age=0, must-revalidate"
    settings.PAGE_CACHE_SHARED = True
    answer = reader.get(ARTICLE)
    assert "s-maxage=" in answer["Cache-Control"]
    assert "stale-while-revalidate" not in answer["Cache-Control"]
    assert f"page-{site.c.pk}" in answer["xkey"].split()


def test_last_good_page_is_served_while_the_database_is_away(
    reader, site, commit, monkeypatch
):
    reader.client.raise_request_exception = False
    text = reader.text(ARTICLE)
    get_cache().purge(["settings"])
    monkeypatch.setattr(HomePage, "route", lambda *args: 1 / 0)
    answer = reader.get(ARTICLE)
    assert (answer.status_code, answer.content.decode()) == (200, text)
    assert (answer["X-Cache"], answer["Cache-Control"]) == (
        "stale",
        "private, no-store",
    )
    # What was taken away stays away.
    with commit():
        purge([f"page-{site.c.pk}"], gone=True)
    assert reader.get(ARTICLE).status_code == 500


def test_pages_are_served_while_the_cache_is_away(reader, site, settings):
    settings.PAGE_CACHE = "redis://127.0.0.1:1/0"
    assert reader.get(ARTICLE).status_code == 200
    assert reader.get(ARTICLE).status_code == 200


def test_page_that_is_read_again_is_sent_in_fewer_bytes(reader, site):
    def read():
        return reader.get(ARTICLE, **{"accept-encoding": "br"}).content

    first, again = read(), read()
    afterwards.submit(int).result()  # waits for all that was to be done
    later = read()
    assert len(later) < len(first) == len(again)
    assert brotli.decompress(later) == brotli.decompress(first)
    get_cache().memory.entries.clear()
    assert read() == later  # so for other processes, too


def test_entry_of_an_earlier_version_in_redis_is_no_entry():
    earlier = SimpleNamespace(get=lambda key: b'[1, ["all"], 9, {}, "etag", {}]\n')
    assert RedisStore(earlier).get("/") is None
