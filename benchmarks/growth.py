"""What becomes of the speed as the site grows, as JSON.

Lists with few and with many articles, and an article with few and with many comments,
each made anew after a change: milliseconds and bytes.
"""

import json
import os
import statistics
import sys
import time

import django

django.setup()

from django.test import Client  # noqa: E402

from blog.models import BlogPage  # noqa: E402
from blog.models.index import ARTICLES_PER_PAGE  # noqa: E402

from .changes import Changes  # noqa: E402
from .load import run  # noqa: E402

FEW, MANY = 50, 50_000
FEW_COMMENTS, MANY_COMMENTS = 20, 5_000
CATEGORY = "/blog/category/education/"
RENDERS = 9


def measure(address, change):
    """Return the median milliseconds and the bytes of making a page anew."""
    visitor.get(address)
    times = []
    for _ in range(RENDERS):
        change()
        start = time.perf_counter()
        response = visitor.get(address)
        times.append((time.perf_counter() - start) * 1000)
        assert response.get("X-Cache") != "hit"  # noqa: S101
        assert response.status_code == 200  # noqa: S101
    return statistics.median(times), len(response.content)


def grow(**options):
    """Make more, in another process, whose memory is not that of the web."""
    given = [f"--{name}={value}" for name, value in options.items()]
    run([sys.executable, "manage.py", "grow", *given, "--verbosity=0"])


def last_page_of(total):
    """Return the number of the last page of a list that is full, like the first."""
    return total // ARTICLES_PER_PAGE


def lists(total):
    """Measure what lists articles when there are `total`."""
    grow(articles=total)
    os.sync()  # or what is read has to wait for what was written
    in_category = BlogPage.objects.live().filter(categories__slug="education").count()
    addresses = {
        "article": address,
        "index": "/blog/",
        "its last page": f"/blog/?page={last_page_of(total)}",
        "category": CATEGORY,
        "last page of the category": f"{CATEGORY}?page={last_page_of(in_category)}",
        "feed": "/blog/feed/",
    }
    edit = changes["after an edit"]
    found = {
        f"{name} made anew after an edit": measure(address, edit)
        for name, address in addresses.items()
    }
    # Which is made anew for everybody.
    return found | {"search": measure("/search/?q=knee", lambda: None)}


def comments(address, total):
    """Measure an article with `total` comments."""
    grow(comments=total, on=slug)
    return {"article": measure(address, changes["after a new comment"])}


visitor = Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "br"})
slug, address = sys.argv[1:]
changes = Changes(slug).kinds
found = {
    "comments": [comments(address, FEW_COMMENTS), comments(address, MANY_COMMENTS)],
    "articles": [lists(FEW), lists(MANY)],
}
sys.stdout.write(json.dumps(found))
