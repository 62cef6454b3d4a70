"""A SQLite file that another program locks, under 8 who post and 16 who search."""

import sqlite3

from .posts import Posts
from .sites import start
from .visitors import measure_fault


def measure(sites):
    checkout = sites.on_sqlite("sqlite_faults")
    site = sites.enter(start(checkout))
    for seconds in (5, 24):
        lock = Lock(checkout.folder / "var" / "db.sqlite3")
        name = "SQLite locked"
        with Posts(site.url) as posts:
            yield from measure_fault(name, site.url, lock.take, lock.release, seconds)
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
