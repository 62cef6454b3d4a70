"""Multiply the demo content, to measure whether pages stay as fast.

`python -m benchmarks.grow --articles 50000` or `--comments 5000 --on runners-knee`
"""

import argparse

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from blog.models import BlogPage  # noqa: E402

from .generated_content import grow_articles, grow_comments  # noqa: E402
from .measure.site_api import invalidate_all  # noqa: E402


def grow(articles=0, comments=0, slug="runners-knee"):
    """Grow the site to `articles`, and the article at `slug` to `comments`."""
    with transaction.atomic():
        grow_articles(articles)
        grow_comments(BlogPage.objects.get(slug=slug), comments)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as autovacuum does a minute later
    invalidate_all()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Multiply the demo content.")
    parser.add_argument("--articles", type=int, default=0, help="total number")
    parser.add_argument("--comments", type=int, default=0, help="total number")
    parser.add_argument("--on", default="runners-knee", help="slug of the article")
    options = parser.parse_args()
    grow(options.articles, options.comments, options.on)
