"""Readers who post comments, and try again until these are accepted."""

import re
import sqlite3
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count

import psycopg2

from .rows import Row
from .sites import ARTICLE
from .visitors import raise_errors, request

READERS, TRIES = 8, 60
LEAST = 20  # posts; fewer would prove nothing
HIDDEN = re.compile(r'type="hidden" name="(\w+)"(?: value="([^"]*)")?')
ACTION = re.compile(r'action="((?:/\w\w)?/comments/\d+/)"')
QUERY = "SELECT text FROM comments_comment WHERE text LIKE 'Fault %'"


class Posts:
    """Readers of the site at `url` who post one comment after the other."""

    numbers = count()

    def __init__(self, url):
        self.url, self.stopped = url, threading.Event()
        self.results, self.times, self.statuses = [], [], []
        self.readers = ThreadPoolExecutor(READERS)

    def __enter__(self):
        self.tasks = [self.readers.submit(self._post_all) for _ in range(READERS)]
        return self

    def __exit__(self, *error):
        self.stopped.set()
        self.readers.shutdown()
        raise_errors(self.tasks)

    def _post_all(self):
        while not self.stopped.is_set():
            text = self.post(next(self.numbers))
            self.results.append(text)
            if text:
                self.times.append(time.monotonic())

    def post(self, number):
        """Post a comment; return its text, or None if it was never accepted."""
        text = f"Fault {number}: my knee hurts on stairs."
        address = f"10.2.{number // 250}.{number % 250}"
        action, form = self._load_form()
        form |= {"name": "Reader", "email": f"r{number}@example.org", "text": text}
        for _ in range(TRIES):
            status, _, _ = request(self.url + action, form, address)
            self.statuses.append(status)
            if status == 303:
                return text
            time.sleep(0.3)
        return None

    def _load_form(self):
        page = ""
        while not ACTION.search(page):  # while the page cannot be rendered
            _, _, page = request(f"{self.url}{ARTICLE}")
            time.sleep(0.05)
        return ACTION.search(page)[1], dict(HIDDEN.findall(page))

    @property
    def longest_gap(self):
        """The longest time in seconds in which no comment was accepted."""
        times = sorted(self.times)
        return max(b - a for a, b in zip(times, times[1:], strict=False))

    def rows(self, name, checkout):
        """Yield the rows of the table for lost and doubled comments."""
        with closing(connect(checkout)) as connection:
            cursor = connection.cursor()
            cursor.execute(QUERY)
            stored = Counter(text for (text,) in cursor.fetchall())
        accepted = [text for text in self.results if text]
        refused = len(self.results) - len(accepted)
        lost = sum(text not in stored for text in accepted)
        doubled = sum(stored[text] > 1 for text in stored)
        yield Row(name, "accepted posts", len(accepted), LEAST, rule="at least")
        yield Row(name, "posts not accepted after retries", refused, 0)
        yield Row(name, "posts lost", lost, 0)
        yield Row(name, "posts doubled", doubled, 0)


def connect(checkout):
    """Open the database of a checkout."""
    url = checkout.env["DATABASE_URL"]
    if url.startswith("postgres"):
        return psycopg2.connect(url)
    return sqlite3.connect(checkout.folder / "var" / "db.sqlite3")
