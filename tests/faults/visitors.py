"""Visitors of the site who measure how long they wait."""

import re
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

TIMEOUT = 60  # seconds
HIDDEN = re.compile(r'type="hidden" name="(\w+)"(?: value="([^"]*)")?')
ACTION = re.compile(r'action="((?:/\w\w)?/comments/\d+/)"')


class KeepStatus(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


opener = urllib.request.build_opener(KeepStatus)


def request(url, form=None, ip=None):
    """Return the status, 0 for none, the seconds and the body of a response."""
    data = urlencode(form).encode() if form else None
    headers = {"Origin": "/".join(url.split("/")[:3])} if form else {}
    headers |= {"X-Forwarded-For": ip} if ip else {}
    start = time.monotonic()
    try:
        response = opener.open(
            urllib.request.Request(url, data, headers), timeout=TIMEOUT
        )
    except urllib.error.HTTPError as error:
        response = error
    except OSError:
        return 0, time.monotonic() - start, ""
    return response.status, time.monotonic() - start, response.read().decode()


class Crowd:
    """`number` visitors who request what is never cached, again and again."""

    def __init__(self, url, number=16):
        self.url, self.number = url, number
        self.stopped, self.statuses = threading.Event(), []
        self.threads = ThreadPoolExecutor(number)

    def __enter__(self):
        for number in range(self.number):
            self.threads.submit(self._search, number)
        return self

    def __exit__(self, *error):
        self.stopped.set()
        self.threads.shutdown()

    def _search(self, number):
        while not self.stopped.is_set():
            status, _, _ = request(f"{self.url}/search/?query=knee+{number}")
            self.statuses.append(status)


class Watch:
    """The longest wait for each of `urls`, requested ten times a second."""

    def __init__(self, urls):
        self.longest, self.statuses = dict.fromkeys(urls, 0), set()

    def watch(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for url in self.longest:
                status, waited, _ = request(url)
                self.longest[url] = max(self.longest[url], waited)
                self.statuses.add(status)
            time.sleep(0.1)

    @property
    def worst(self):
        return max(self.longest.values())


def seconds_until_well(url, limit=40):
    """Return the seconds until a request of `url` succeeds."""
    start = time.monotonic()
    while time.monotonic() - start < limit:
        status, _, _ = request(url)
        if status == 200:
            break
    return time.monotonic() - start
