"""Machines that share a Redis see each other's changes, even when Redis fails."""

import socket
import time

import pytest

from boulder_therapeutics.pagecache import invalidate_all
from boulder_therapeutics.pagecache.cache import get_cache

from .conftest import Visitor
from .test_invalidation import edit

ARTICLE, OTHER = "/blog/article-c/", "/blog/article-a/"


class Machine(Visitor):
    """A visitor whose requests all go to one machine."""

    def __init__(self, settings, folder, url):
        super().__init__()
        self.settings, self.folder, self.redis_url = settings, folder, url

    @property
    def cache(self):
        """The machine's own side of the cache."""
        self.settings.VAR_DIR, self.settings.PAGE_CACHE = self.folder, self.redis_url
        return get_cache()

    def get(self, url, **headers):
        """Return the response of this machine for `url`."""
        assert self.cache
        return super().get(url, **headers)


@pytest.fixture
def machines(site, settings, tmp_path, redis):
    """Two machines with the same database and the same Redis."""
    folders = tmp_path / "one", tmp_path / "two"
    one, two = (Machine(settings, folder, redis.url) for folder in folders)
    assert one.cache is not two.cache
    for machine in (one, two):
        machine.cache.breaker.pause = 0  # the tests do not wait for a retry
    return one, two


def publish(machine, commit, page, introduction):
    """Publish `page` with another introduction on one machine."""
    assert machine.cache
    with commit():
        edit(page, introduction=introduction)


def test_page_is_rendered_once_for_all_machines(machines):
    one, two = machines
    assert [one.x_cache(ARTICLE), two.x_cache(ARTICLE), two.x_cache(ARTICLE)] == [
        "miss",
        "hit",
        "hit",
    ]


def test_change_on_one_machine_is_in_the_next_response_of_the_other(
    machines, site, commit
):
    one, two = machines
    for number in range(3):
        words = f"Words number {number}."
        publish(one, commit, site.c, words)
        assert words in two.text(ARTICLE)
        assert words in one.text(ARTICLE)
        one, two = two, one


def test_cached_pages_expire_when_redis_has_lost_everything(machines, redis):
    one, two = machines
    one.get(ARTICLE), two.get(ARTICLE)
    redis.client.flushall()
    assert two.x_cache(ARTICLE) == "miss"
    assert one.x_cache(ARTICLE) == "hit"


def test_pages_in_redis_expire_when_the_versions_are_lost(machines, redis):
    one, two = machines
    one.get(ARTICLE)
    redis.client.delete(one.cache.versions.KEY)
    assert redis.client.keys("pagecache:http*")
    assert two.x_cache(ARTICLE) == "miss"


@pytest.mark.parametrize("first", [0, 1])
def test_change_while_redis_was_down_is_shown_when_it_is_back(
    machines, site, commit, redis, first
):
    one, two = machines
    one.get(ARTICLE), two.get(ARTICLE)
    redis.stop()
    publish(one, commit, site.c, "New words.")
    for machine in machines:
        response = machine.get(ARTICLE)
        assert (response.status_code, response.headers.get("X-Cache")) == (200, None)
        assert "New words." in response.content.decode()
    redis.start()
    # Redis has kept its pages; either machine may get the first request.
    assert redis.client.keys("pagecache:http*")
    assert "New words." in machines[first].text(ARTICLE)
    assert "New words." in machines[1 - first].text(ARTICLE)
    assert two.x_cache(ARTICLE) == "hit"


def test_machine_reports_its_changes_to_redis_without_a_request(
    machines, site, commit, redis
):
    one, two = machines
    two.get(ARTICLE)
    redis.stop()
    publish(one, commit, site.c, "New words.")
    redis.start()
    deadline = time.monotonic() + 10
    while "New words." not in two.text(ARTICLE):
        assert time.monotonic() < deadline


def test_redis_that_hangs_delays_no_visitor_for_long(machines):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        machine = machines[0]
        machine.redis_url = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        started = time.monotonic()
        for _ in range(2):
            assert machine.get(ARTICLE).status_code == 200
        assert time.monotonic() - started < 3


def test_page_that_shows_something_gone_is_deleted(machines, commit, redis):
    one, _ = machines
    one.get(ARTICLE)
    assert redis.client.keys("pagecache:http*")
    with commit():
        invalidate_all(gone=True)
    one.cache.deletion.result()
    assert redis.client.keys("pagecache:http*") == []
