"""What is kept is answered before Django begins with a request."""

import pytest

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from boulder_therapeutics.pagecache import answer_first

ARTICLE = "/blog/article-c/"


@pytest.fixture
def ask(reader, site):
    """Return the status, headers and body that the application answers."""
    application = answer_first(WSGIHandler())

    def ask(method, address, **headers):
        said = []
        environ = RequestFactory().generic(method, address, headers=headers).environ
        body = application(environ, lambda *arguments: said.extend(arguments))
        return said[0], dict(said[1]), b"".join(body)

    return ask


@pytest.fixture
def begun():
    """Requests that Django has begun with, and left the test its database."""
    begun, signals = [], [request_started, request_finished]

    def note(environ, **kwargs):
        begun.append(environ["PATH_INFO"])

    for signal in signals:
        signal.disconnect(close_old_connections)
    request_started.connect(note)
    yield begun
    request_started.disconnect(note)
    for signal in signals:
        signal.connect(close_old_connections)


def test_what_is_kept_is_answered_without_django(ask, begun, reader):
    status, headers, body = ask("GET", ARTICLE, accept_encoding="br")
    assert (status, headers["X-Cache"], begun) == ("200 OK", "miss", [ARTICLE])
    kept = ask("GET", ARTICLE, accept_encoding="br")
    assert begun == [ARTICLE]
    through = reader.get(ARTICLE, accept_encoding="br")
    assert kept == (status, dict(through.items()), through.content)
    assert kept[1]["X-Cache"] == "hit"
    assert kept[2] == body


def test_known_page_is_not_sent_again_without_django(ask, begun):
    etag = ask("GET", ARTICLE)[1]["ETag"]
    status, headers, body = ask("GET", ARTICLE, if_none_match=etag)
    assert (status, headers["ETag"], body) == ("304 Not Modified", etag, b"")
    assert begun == [ARTICLE]


@pytest.mark.parametrize(
    ("method", "address", "headers"),
    [
        ("POST", ARTICLE, {}),
        ("GET", f"{ARTICLE}?preview=1", {}),
        ("GET", ARTICLE, {"cookie": "sessionid=1"}),
        ("GET", ARTICLE, {"authorization": "Basic x"}),
        ("GET", "/admin/login/", {}),
    ],
)
def test_everything_else_is_left_to_django(ask, begun, method, address, headers):
    ask("GET", ARTICLE)
    answer = ask(method, address, **headers)
    assert len(begun) == 2
    assert "X-Cache" not in answer[1]
