"""Cached responses are served before Django handles the request."""

import pytest

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from boulder_therapeutics.pagecache import serve_cached_first

ARTICLE = "/blog/article-c/"


@pytest.fixture
def request_page(visitor, site):
    """Return a function that returns status, headers and body of a response."""
    application = serve_cached_first(WSGIHandler())

    def request(method, url, **headers):
        started = []
        environ = RequestFactory().generic(method, url, headers=headers).environ
        body = application(environ, lambda *arguments: started.extend(arguments))
        return started[0], dict(started[1]), b"".join(body)

    return request


@pytest.fixture
def handled():
    """The paths of the requests that Django handled."""
    handled, signals = [], [request_started, request_finished]

    def record(environ, **kwargs):
        handled.append(environ["PATH_INFO"])

    for signal in signals:
        signal.disconnect(close_old_connections)
    request_started.connect(record)
    yield handled
    request_started.disconnect(record)
    for signal in signals:
        signal.connect(close_old_connections)


def test_cached_page_is_served_without_django(request_page, handled, visitor):
    status, headers, body = request_page("GET", ARTICLE, accept_encoding="br")
    assert (status, headers["X-Cache"], handled) == ("200 OK", "miss", [ARTICLE])
    cached = request_page("GET", ARTICLE, accept_encoding="br")
    assert handled == [ARTICLE]
    from_client = visitor.get(ARTICLE, accept_encoding="br")
    assert cached == (status, dict(from_client.items()), from_client.content)
    assert cached[1]["X-Cache"] == "hit"
    assert cached[2] == body


def test_matching_etag_gets_304_without_django(request_page, handled):
    etag = request_page("GET", ARTICLE)[1]["ETag"]
    status, headers, body = request_page("GET", ARTICLE, if_none_match=etag)
    assert (status, headers["ETag"], body) == ("304 Not Modified", etag, b"")
    assert handled == [ARTICLE]


@pytest.mark.parametrize(
    ("method", "url", "headers"),
    [
        ("POST", ARTICLE, {}),
        ("GET", f"{ARTICLE}?preview=1", {}),
        ("GET", ARTICLE, {"cookie": "sessionid=1"}),
        ("GET", ARTICLE, {"authorization": "Basic x"}),
        ("GET", "/admin/login/", {}),
    ],
)
def test_every_other_request_goes_to_django(
    request_page, handled, method, url, headers
):
    request_page("GET", ARTICLE)
    response = request_page(method, url, **headers)
    assert len(handled) == 2
    assert "X-Cache" not in response[1]
