"""Purges of a front cache: by tags, after the response, once per change."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from django.db import transaction

from boulder_therapeutics.pagecache import invalidate
from boulder_therapeutics.pagecache.front_cache import Purger


class FrontCache(HTTPServer):
    """A server that records purges, after refusing the first `failures`."""

    def __init__(self, failures=0):
        super().__init__(("127.0.0.1", 0), Handler)
        self.failures, self.purged = failures, []
        self.may_respond = threading.Event()
        self.may_respond.set()
        self.url = f"http://127.0.0.1:{self.server_port}/"


class Handler(BaseHTTPRequestHandler):
    def do_PURGE(self):
        self.server.may_respond.wait(5)
        if self.server.failures:
            self.server.failures -= 1
            self.send_error(503)
            return
        self.server.purged.append(set(self.headers["xkey-purge"].split()))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def start(monkeypatch):
    """Return a function that starts a front cache and returns it with its purger."""
    monkeypatch.setattr(
        "boulder_therapeutics.pagecache.front_cache.RETRY_DELAYS", (0.01,) * 3
    )
    started = []

    def start(failures=0):
        server = FrontCache(failures)
        purger = Purger(server.url)
        started.append((server, purger))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server, purger

    yield start
    for server, purger in started:
        server.may_respond.set()
        purger.executor.shutdown(cancel_futures=True)
        server.shutdown()
        server.server_close()


def test_purge_names_the_tags(start):
    server, purger = start()
    purger.purge({"pages", "comments-7"}).result(5)
    assert server.purged[0] == {"pages", "comments-7"}


def test_caller_does_not_wait_for_the_front_cache(start):
    server, purger = start()
    server.may_respond.clear()
    purge = purger.purge({"pages"})
    assert server.purged == []
    server.may_respond.set()
    purge.result(5)
    assert server.purged == [{"pages"}]


def test_failed_purge_is_retried(start):
    server, purger = start(failures=2)
    purger.purge({"pages"}).result(5)
    assert server.purged == [{"pages"}]


def test_purge_that_failed_for_good_goes_with_the_next_one(start):
    server, purger = start(failures=4)
    purger.purge({"pages"}).result(5)
    purger.purge({"comments"}).result(5)
    assert server.purged[0] >= {"pages"}
    assert {"pages", "comments"} <= set().union(*server.purged)


def test_one_transaction_is_one_purge(commit, settings, tmp_path, db, monkeypatch):
    settings.PAGE_CACHE, purges = tmp_path / "pages", []
    monkeypatch.setattr(
        "boulder_therapeutics.pagecache.invalidation.purge_front_cache", purges.append
    )
    with commit(), transaction.atomic():
        invalidate("pages")
        invalidate("comments", "comments-7", gone=True)
    [tags] = purges
    # There may be tags of an earlier test, whose transaction was rolled back.
    assert tags >= {"pages", "comments", "comments-7"}
