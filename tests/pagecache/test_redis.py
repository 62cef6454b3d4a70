"""Machines that share a Redis see each other's purges, whatever becomes of Redis."""

import socket
import time

import pytest

from boulder_therapeutics.pagecache.cache import get_cache

from .conftest import Reader
from .test_invalidation import edit

ARTICLE, OTHER = "/blog/article-c/", "/blog/article-a/"


class Machine(Reader):
    """A visitor whom always the same machine answers."""

    def __init__(self, settings, folder, url):
        super().__init__()
        self.settings, self.folder, self.url = settings, folder, url

    @property
    def cache(self):
        """The machine's own side of the cache."""
        self.settings.VAR_DIR, self.settings.PAGE_CACHE = self.folder, self.url
        return get_cache()

    def get(self, address, **headers):
        """Return the answer of this machine for `address`."""
        assert self.cache
        return super().get(address, **headers)


@pytest.fixture
def machines(site, settings, tmp_path, redis):
    """Two machines with the same database and the same Redis."""
    folders = tmp_path / "one", tmp_path / "two"
    one, two = (Machine(settings, folder, redis.url) for folder in folders)
    assert one.cache is not two.cache
    return one, two


def publish(machine, commit, page, introduction):
    """Publish `page` with another introduction on one machine."""
    assert machine.cache
    with commit():
        edit(page, introduction=introduction)


def test_page_is_made_for_all_machines(machines):
    one, two = machines
    assert [one.how(ARTICLE), two.how(ARTICLE), two.how(ARTICLE)] == [
        "miss",
        "hit",
        "hit",
    ]


def test_change_on_one_machine_is_in_the_next_answer_of_the_other(
    machines, site, commit
):
    one, two = machines
    for number in range(3):
        words = f"Words number {number}."
        publish(one, commit, site.c, words)
        assert words in two.text(ARTICLE)
        assert words in one.text(ARTICLE)
        one, two = two, one


def test_change_leaves_alone_what_does_not_show_it(machines, site, commit):
    one, two = machines
    one.get(OTHER)
    publish(one, commit, site.c, "New words.")
    assert two.how(OTHER) == "hit"


def test_nothing_kept_is_trusted_when_redis_has_lost_everything(machines, redis):
    one, two = machines
    one.get(ARTICLE), two.get(ARTICLE)
    redis.client.flushall()
    assert two.how(ARTICLE) == "miss"
    assert one.how(ARTICLE) == "hit"


def test_pages_kept_by_redis_are_not_trusted_without_the_purges(machines, redis):
    one, two = machines
    one.get(ARTICLE)
    redis.client.delete(one.cache.stamps.KEY)
    assert redis.client.keys("pagecache:http*")
    assert two.how(ARTICLE) == "miss"


@pytest.mark.parametrize("first", [0, 1])
def test_change_while_redis_was_away_is_shown_when_it_is_back(
    machines, site, commit, redis, first
):
    one, two = machines
    one.get(ARTICLE), two.get(ARTICLE)
    redis.stop()
    publish(one, commit, site.c, "New words.")
    for machine in machines:
        answer = machine.get(ARTICLE)
        assert (answer.status_code, answer.headers.get("X-Cache")) == (200, None)
        assert "New words." in answer.content.decode()
    redis.start()
    # With all that it held before, and whoever is asked first.
    assert redis.client.keys("pagecache:http*")
    assert "New words." in machines[first].text(ARTICLE)
    assert "New words." in machines[1 - first].text(ARTICLE)
    assert two.how(ARTICLE) == "hit"


def test_change_while_redis_was_away_is_shown_without_a_visitor_where_it_was_made(
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


def test_redis_that_never_answers_keeps_nobody_waiting_for_long(machines):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        machine = machines[0]
        machine.url = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        started = time.monotonic()
        for _ in range(2):
            assert machine.get(ARTICLE).status_code == 200
        assert time.monotonic() - started < 3
