"""What becomes of the speed as the site grows, as JSON.

Lists with few and with many articles, and an article with few and with many comments,
each made anew: milliseconds and bytes.
"""

import json
import os
import statistics
import sys
import time

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from blog.models import BlogPage  # noqa: E402
from blog.models.index import ARTICLES_PER_PAGE  # noqa: E402
from boulder_therapeutics.pagecache import purge  # noqa: E402

FEW, MANY = 50, 50_000
FEW_COMMENTS, MANY_COMMENTS = 20, 5_000
CATEGORY = "/blog/category/education/"
# What stays as it is when an article or a comment changes; so do counts of articles.
LASTING = {"all", "settings", "menu", "restrictions", "categories", "comment-settings"}
RENDERS = 9


def measure(address):
    """Return the median milliseconds and the bytes of making a page anew."""
    response = visitor.get(address)
    times = []
    for _ in range(RENDERS):
        tags = set(response.get("xkey", "").split()) - LASTING
        purge({tag for tag in tags if "count" not in tag})
        start = time.perf_counter()
        response = visitor.get(address)
        times.append((time.perf_counter() - start) * 1000)
        assert response.status_code == 200  # noqa: S101
    return statistics.median(times), len(response.content)


def last_page_of(total):
    """Return the number of the last page of a list that is full, like the first."""
    return total // ARTICLES_PER_PAGE


def lists(total):
    """Measure what lists articles when there are `total`."""
    call_command("grow", articles=total, verbosity=0)
    os.sync()  # or what is read has to wait for what was written
    in_category = BlogPage.objects.live().filter(categories__slug="education").count()
    addresses = {
        "article": address,
        "index": "/blog/",
        "its last page": f"/blog/?page={last_page_of(total)}",
        "category": CATEGORY,
        "last page of the category": f"{CATEGORY}?page={last_page_of(in_category)}",
        "feed": "/blog/feed/",
        "search": "/search/?q=knee",
    }
    return {name: measure(address) for name, address in addresses.items()}


def comments(address, total):
    """Measure an article with `total` comments."""
    call_command("grow", comments=total, verbosity=0)
    return {"article": measure(address)}


settings.PAGE_CACHE_SHARED = True  # which tells the tags of an answer
visitor = Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "br"})
address = sys.argv[1]
found = {
    "comments": [comments(address, FEW_COMMENTS), comments(address, MANY_COMMENTS)],
    "articles": [lists(FEW), lists(MANY)],
}
sys.stdout.write(json.dumps(found))
