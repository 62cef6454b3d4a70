"""Requests that wait for the database leave threads for those that need none."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from boulder_therapeutics.operations import gunicorn
from boulder_therapeutics.operations.limits import pool as pool_module
from boulder_therapeutics.operations.limits.database import SECONDS
from boulder_therapeutics.operations.limits.pool import Pool
from boulder_therapeutics.settings.environment import read_database

SQLITE = read_database("", "sqlite:///db", "")


class Site:
    """An application whose search hangs until `database` is set."""

    def __init__(self):
        self.database, self.searches = Event(), 0

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] == "/search/":
            self.searches += 1
            assert self.database.wait(30)
        return [b"page"]


@pytest.fixture
def site():
    return Site()


@pytest.fixture
def pool(site):
    return Pool(site, lambda *_: [b"busy"], threads=2, patience=0.1)


def get(pool, path):
    return pool({"PATH_INFO": path}, None)


def test_other_requests_are_refused_while_the_database_hangs(pool, site):
    with ThreadPoolExecutor(8) as visitors:
        searches = [visitors.submit(get, pool, "/search/") for _ in range(6)]
        assert get(pool, "/health/live") == [b"page"]
        assert get(pool, "/") == [b"busy"]
        site.database.set()
        results = [search.result() for search in searches]
    assert results.count([b"page"]) == site.searches >= 2
    assert get(pool, "/") == [b"page"]


def test_requests_wait_while_there_is_progress(pool, site):
    site.database.set()
    with ThreadPoolExecutor(20) as visitors:
        results = list(visitors.map(lambda _: get(pool, "/search/"), range(200)))
    assert results == [[b"page"]] * 200


def test_first_request_after_a_quiet_hour_waits_for_its_thread(site):
    pool = Pool(site, lambda *_: [b"busy"], threads=1)
    pool.progress -= 3600
    thread_starts = Event()
    pool.executor.submit(thread_starts.wait, 30)
    with ThreadPoolExecutor(1) as visitors:
        page = visitors.submit(get, pool, "/")
        with pytest.raises(TimeoutError):
            page.result(3 * pool_module.POLL)
        thread_starts.set()
        assert page.result() == [b"page"]


def test_errors_of_the_application_are_raised():
    def fail(environ, start_response):
        raise TimeoutError

    with pytest.raises(TimeoutError):
        get(Pool(fail, None, threads=1), "/")


def hang(pool, site, visitors):
    """Occupy one more thread of the pool."""
    before = site.searches
    visitors.submit(get, pool, "/search/")
    while site.searches == before:
        pass


def test_process_is_stuck_when_all_threads_hang(site):
    pool = Pool(site, None, threads=2, stuck=0)
    with ThreadPoolExecutor(2) as visitors:
        hang(pool, site, visitors)
        assert not pool.is_stuck
        hang(pool, site, visitors)
        assert pool.is_stuck
        site.database.set()
    assert not pool.is_stuck


def test_process_is_stuck_when_one_request_never_ends(site):
    pool = Pool(site, None, threads=4, longest=0)
    assert not pool.is_stuck
    with ThreadPoolExecutor(1) as visitors:
        hang(pool, site, visitors)
        assert get(pool, "/") == [b"page"]
        assert pool.is_stuck
        site.database.set()
    assert not pool.is_stuck


def test_long_download_does_not_count_as_a_long_request():
    def export(environ, start_response):
        yield b"all"

    pool = Pool(export, None, threads=1, longest=0)
    download = get(pool, "/export/")
    assert not pool.is_stuck
    assert list(download) == [b"all"]


def test_worker_is_replaced_within_30_seconds_but_not_while_it_waits(settings):
    pool, lock = Pool(None, None, threads=1), SQLITE["OPTIONS"]["timeout"]
    # The worker reports, and gunicorn looks and kills, once a second each.
    assert lock < pool.stuck + gunicorn.timeout <= 30 - 3
    assert pool.longest > 2 * (lock + SECONDS + settings.EMAIL_TIMEOUT)
