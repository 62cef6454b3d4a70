"""Invalidating what is cached, once per transaction and after its commit."""

import threading

from django.conf import settings
from django.db import transaction

from .cache import get_cache
from .front_cache import purge_front_cache
from .storage.versions import ALL, GONE


class _Pending(threading.local):
    """The tags that the transaction of this thread invalidates when it commits."""

    def __init__(self):
        self.tags = set()


_pending = _Pending()


def invalidate(*tags, gone=False):
    """Invalidate every response that has one of `tags`, after the commit.

    With `gone`, such a response is deleted and not even served as a fallback when
    rendering fails, because it shows something that is no longer public.
    """
    if not (tags and settings.PAGE_CACHE):
        return
    _pending.tags.update(tags)
    if gone:
        _pending.tags.update(GONE + tag for tag in tags)
    # The first of these after the commit sends all tags, the others find none. Tags of
    # a savepoint that was rolled back do no harm.
    transaction.on_commit(_invalidate_pending, robust=True)


def invalidate_all(gone=False):
    """Invalidate every cached response, after the commit."""
    invalidate(ALL, gone=gone)


def _invalidate_pending():
    tags, _pending.tags = _pending.tags, set()
    if not tags:
        return
    gone = {tag for tag in tags if tag.startswith(GONE)}
    get_cache().invalidate(tags)
    purge_front_cache(tags - gone)
    if gone:
        get_cache().delete_gone_soon()
