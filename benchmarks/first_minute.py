"""The slowest page in the first minute of a site and of a newly published page.

`python -m benchmarks.first_minute` prints {"first_minute": seconds, "published": …}.
"""

import json
import math
import re
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urljoin

import requests

from .checkouts import copy_working_tree

TIMEOUT = 60  # seconds
VISITORS = 4
VISITS = 2  # to each page
LOCATION = re.compile(r"<loc>([^<]+)</loc>")
IMAGE = re.compile(r'<img[^>]* src="([^"]+)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def measure(folder):
    """Start a new site in `folder` and return both figures in seconds."""
    checkout = copy_working_tree(folder)
    with checkout.start("--demo", path="/health/ready") as site:
        first_minute = visit(list_pages(site.url))
        draft = checkout.measure("draft")
        publish(site.url, draft["id"], checkout.env["DEMO_PASSWORD"])
        # Others must not wait for the new images either.
        published = visit([site.url + draft["path"], *list_pages(site.url)])
        return {"first_minute": first_minute, "published": published}


def list_pages(url):
    """Return the URLs of all pages in the sitemap of the site at `url`."""
    return LOCATION.findall(fetch(f"{url}/sitemap.xml"))


def visit(urls):
    """Return the seconds of the slowest page for concurrent visitors."""
    with ThreadPoolExecutor(VISITORS) as visitors:
        return max(visitors.map(load_page, urls * VISITS))


def load_page(url):
    """Return the seconds until the HTML has arrived, then load its images.

    Return infinity if the site fails to respond.
    """
    start = time.perf_counter()
    try:
        html = fetch(url)
        seconds = time.perf_counter() - start
        for source in IMAGE.findall(html):
            fetch(urljoin(url, source))
    except requests.RequestException:
        return math.inf
    return seconds


def fetch(url):
    """Return the text of a successful response."""
    response = requests.get(url, timeout=TIMEOUT)
    response.raise_for_status()
    return response.text


def publish(url, page_id, password):
    """Publish a page in the admin, so that the web process does what follows."""
    with requests.Session() as session:
        login = {"username": "admin", "password": password}
        submit(session, f"{url}/admin/login/", login)
        bulk = f"{url}/admin/bulk/wagtailcore/page/publish/?id={page_id}&next=/admin/"
        submit(session, bulk, {})


def submit(session, url, fields):
    """Post the form at `url`."""
    token = TOKEN.search(session.get(url, timeout=TIMEOUT).text)[1]
    fields = {"csrfmiddlewaretoken": token, **fields}
    session.post(
        url, fields, timeout=TIMEOUT, headers={"Referer": url}
    ).raise_for_status()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as temporary:
        sys.stdout.write(json.dumps(measure(Path(temporary) / "site")))
