"""Saying what has changed."""

from functools import partial

from django.conf import settings
from django.db import transaction

from wagtail.contrib.frontend_cache.utils import get_backends

from .cache import get_cache
from .storage.versions import ALL, GONE


def purge(tags, gone=False):
    """Have everything made anew that shows what has one of the `tags`, after commit.

    What is `gone` is not even shown when nothing can be made anew.
    """
    tags = set(tags)
    if gone:
        tags |= {GONE + tag for tag in tags}
    if tags and settings.PAGE_CACHE:
        transaction.on_commit(partial(_purge, tags), robust=True)


def purge_all(gone=False):
    """Have everything made anew."""
    purge([ALL], gone)


def _purge(tags):
    get_cache().purge(tags)
    for backend in get_backends().values():
        backend.purge_tags({tag for tag in tags if not tag.startswith(GONE)})
