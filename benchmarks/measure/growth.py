"""Milliseconds and bytes of pages as articles and comments grow in number.

`python -m benchmarks.measure.growth SLUG PATH` grows the database and prints
{"comments": {total: [milliseconds, bytes]}, "articles": {total: {page: milliseconds}}}.
"""

import json
import os
import statistics
import subprocess
import sys
import time

import django

django.setup()

from django.test import Client  # noqa: E402

from blog.models import BlogPage  # noqa: E402
from blog.models.index import ARTICLES_PER_PAGE  # noqa: E402

from .changes import Changes  # noqa: E402

ARTICLES = [50, 5_000, 50_000]
COMMENTS = [20, 5_000]
CATEGORY = "/blog/category/education/"
RENDERS = 9


def measure(path, change):
    """Return the median milliseconds and the bytes of re-rendering a page."""
    visitor.get(path)
    times = []
    for _ in range(RENDERS):
        change()
        start = time.perf_counter()
        response = visitor.get(path)
        times.append((time.perf_counter() - start) * 1000)
        assert response.get("X-Cache") != "hit"  # noqa: S101
        assert response.status_code == 200  # noqa: S101
    return statistics.median(times), len(response.content)


def grow(*options):
    """Grow in another process, whose memory is not that of the web processes."""
    command = [sys.executable, "-m", "benchmarks.grow", *map(str, options)]
    subprocess.run(command, check=True)  # noqa: S603 - nothing comes from outside
    os.sync()  # otherwise reads wait for these writes


def measure_comments(path, total):
    """Measure an article with `total` comments."""
    grow("--comments", total, "--on", slug)
    return measure(path, changes.comment)


def measure_articles(path, total):
    """Measure the pages that list articles when there are `total`."""
    grow("--articles", total)
    english = BlogPage.objects.live().filter(locale__language_code="en")
    in_category = english.filter(categories__slug="education").count()
    paths = {
        "article": path,
        "index": "/blog/",
        "last page of the index": f"/blog/?page={last_full_page(total)}",
        "category": CATEGORY,
        "last page of the category": f"{CATEGORY}?page={last_full_page(in_category)}",
        "feed": "/blog/feed/",
    }
    times = {
        f"{name} after an edit": measure(path, changes.edit)[0]
        for name, path in paths.items()
    }
    # Searches are never cached.
    return times | {"search": measure("/search/?q=knee", lambda: None)[0]}


def last_full_page(total):
    """Return the number of the last page with as many articles as the first."""
    return total // ARTICLES_PER_PAGE


visitor = Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "br"})
slug, path = sys.argv[1:]
changes = Changes(slug)
figures = {
    "comments": {total: measure_comments(path, total) for total in COMMENTS},
    "articles": {total: measure_articles(path, total) for total in ARTICLES},
}
sys.stdout.write(json.dumps(figures))
