"""Visitors of the site who measure how long they wait."""

import threading
import time
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.parse import urlencode

from .rows import Row
from .sites import ARTICLE

TIMEOUT = 60  # seconds
SEARCHES = [f"/search/?query=knee+{number}" for number in range(16)]
CACHED = ["/", ARTICLE, "/health/live"]
FAULT = 12  # seconds


class KeepStatus(urllib.request.HTTPErrorProcessor):
    """Follows no redirect, and raises no errors for the status of a response."""

    def http_response(self, request, response):
        return response


opener = urllib.request.build_opener(KeepStatus)


def request(url, form=None, ip=None):
    """Return the status, 0 for none, the seconds and the body of a response."""
    data = urlencode(form).encode() if form else None
    headers = {"Origin": "/".join(url.split("/")[:3])} if form else {}
    headers |= {"X-Forwarded-For": ip} if ip else {}
    start = time.monotonic()
    try:
        with opener.open(
            urllib.request.Request(url, data, headers), timeout=TIMEOUT
        ) as response:
            status, body = response.status, response.read()
    except (OSError, HTTPException):  # the latter for half a response
        status, body = 0, b""
    return status, time.monotonic() - start, body.decode()


class Crowd:
    """A visitor for each of `paths`, who requests it again and again."""

    def __init__(self, url, paths):
        self.url, self.paths = url, paths
        self.stopped, self.responses = threading.Event(), []
        self.threads = ThreadPoolExecutor(len(paths))

    def __enter__(self):
        self.tasks = [self.threads.submit(self._visit, path) for path in self.paths]
        return self

    def __exit__(self, *error):
        self.stopped.set()
        self.threads.shutdown()
        raise_errors(self.tasks)

    def _visit(self, path):
        while not self.stopped.is_set():
            status, waited, _ = request(f"{self.url}{path}")
            self.responses.append((status, waited))

    @property
    def statuses(self):
        return [status for status, _ in self.responses]

    @property
    def p99(self):
        """The time in seconds in which 99 of 100 responses arrived."""
        waits = sorted(waited for _, waited in self.responses)
        return waits[len(waits) * 99 // 100]


def raise_errors(tasks):
    """Raise the first error of the script itself that ended one of the `tasks`."""
    for task in tasks:
        task.result()


def wait_for(seconds, crowd):
    """Let a crowd visit the site, and forget the responses so far."""
    crowd.responses.clear()
    time.sleep(seconds)


class Watch:
    """The longest wait for any of `urls`, requested ten times a second."""

    def __init__(self, urls):
        self.urls, self.worst, self.statuses = urls, 0, []

    def watch(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for url in self.urls:
                status, waited, _ = request(url)
                self.worst = max(self.worst, waited)
                self.statuses.append(status)
            time.sleep(0.1)


def measure_fault(name, url, begin, end, seconds=FAULT):
    """Yield what visitors notice of a fault from `begin()` to `end()`."""
    watch = Watch([f"{url}{path}" for path in CACHED])
    watch.watch(1)
    watch.worst = 0
    with Crowd(url, SEARCHES) as crowd:
        time.sleep(2)
        begin()
        watch.watch(seconds)
        end()
        back = seconds_until_well(f"{url}/health/ready")
    name = f"{name}, {seconds} s"
    yield Row(name, "longest wait for a cached page", watch.worst, 1, "s")
    yield count_wrong(name, watch.statuses, "cached pages", 200)
    yield count_wrong(name, crowd.statuses, "responses", 200, 503)
    yield Row(name, "whole again after", back, 5, "s")


def count_wrong(name, statuses, what, *expected, limit=0):
    """Return the row for all other statuses than the `expected` ones."""
    wrong = Counter(status for status in statuses if status not in expected)
    measured = f"{what} but {' and '.join(map(str, expected))}"
    seen = ", ".join(f"{number} × {status}" for status, number in wrong.items())
    return Row(name, measured, wrong.total(), limit, seen=seen)


def seconds_until_well(url, limit=40):
    """Return the seconds until a request of `url` succeeds."""
    start = time.monotonic()
    while time.monotonic() - start < limit:
        status, _, _ = request(url)
        if status == 200:
            break
        time.sleep(0.02)
    return time.monotonic() - start
