"""A SQLite file that another program locks, under 8 who post and 16 who search."""

import sqlite3

from ..posts import Posts
from ..sites import start
from ..visitors import measure_fault

SECONDS = 5, 24  # more than the time-out of a write


def measure(sites):
    checkout = sites.on_sqlite("sqlite_faults")
    with start(checkout) as site:
        for seconds in SECONDS:
            yield from measure_lock(site.url, checkout, seconds)


def measure_lock(url, checkout, seconds):
    lock, name = Lock(checkout.folder / "var" / "db.sqlite3"), "SQLite locked"
    with Posts(url) as posts:
        yield from measure_fault(name, url, lock.take, lock.release, seconds)
    yield from posts.rows(f"{name}, {seconds} s", checkout)


class Lock:
    """The lock of a transaction that writes."""

    def __init__(self, path):
        self.connection = sqlite3.connect(path, timeout=60, isolation_level=None)

    def take(self):
        self.connection.execute("BEGIN IMMEDIATE")

    def release(self):
        self.connection.execute("ROLLBACK")
        self.connection.close()
