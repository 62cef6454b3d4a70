"""The tags of the response being rendered, collected while it is rendered."""

import math
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from functools import wraps

from django.utils import timezone

_current = ContextVar("pagecache_tags", default=None)


class TagCollector:
    """The tags of one response, when it expires, and whether it may be cached.

    From `gone` on, it must not even be a fallback, as something on it has ended.
    """

    def __init__(self):
        self.tags = set()
        self.is_cacheable = False
        # Pages name days, such as holidays and reviews, so none outlives the day.
        self.expires = next_midnight().timestamp()
        self.gone = math.inf


@contextmanager
def collect_tags():
    """Collect the tags of everything that happens inside the `with` block."""
    collector = TagCollector()
    token = _current.set(collector)
    try:
        yield collector
    finally:
        _current.reset(token)


def current_collector():
    """Return the collector of the response being rendered, or None."""
    return _current.get()


def cache_response(*tags):
    """Mark the current response as cacheable for every visitor, tagged with `tags`."""
    if collector := _current.get():
        collector.is_cacheable = True
        collector.tags.update(tags)


def add_tags(*tags):
    """Tag the current response, in case it is cached."""
    if collector := _current.get():
        collector.tags.update(tags)


def expire_at(moment, gone=False):
    """Make the current response expire at `moment`, unless that is None or past.

    With `gone`, it is not even served as a fallback from then on.
    """
    collector = _current.get()
    if collector and moment and moment > timezone.now():
        collector.expires = min(collector.expires, moment.timestamp())
        if gone:
            collector.gone = min(collector.gone, moment.timestamp())


def cached_view(*tags):
    """Decorate a view whose responses are cached for every visitor under `tags`."""

    def decorate(view):
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            cache_response(*tags)
            return view(request, *args, **kwargs)

        return wrapper

    return decorate


def next_midnight():
    """Return the next midnight in the site's time zone."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    midnight = timezone.datetime.combine(tomorrow, timezone.datetime.min.time())
    return timezone.make_aware(midnight)
