"""The first middleware: serves cached responses, and caches what views allow."""

import time

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed

from .cache import get_cache, is_enabled
from .compression import compress
from .entries import Entry
from .keys import cache_key
from .storage.versions import ALL
from .tagging import collect_tags

MAX_BYTES = 3_000_000
MAX_TAG_BYTES = 6000
DAY = 24 * 60 * 60  # seconds
LONGEST_GRACE = 7 * DAY
PRIVATE = "private, no-cache"
REVALIDATE = "public, max-age=0, must-revalidate"


def find_cached(cache, request):
    """Return the cache key of `request` and the cached response, None for neither."""
    key = cache_key(request)
    version = key and cache.current()
    if version is None:
        return None, None
    entry = cache.get(key, version)
    return key, entry and _respond(entry, request, "hit")


class PageCacheMiddleware:
    """Serves from the cache; renders what is not there, one request at a time."""

    def __init__(self, get_response):
        if not is_enabled():
            raise MiddlewareNotUsed
        self.get_response, self.cache = get_response, get_cache()

    def __call__(self, request):
        """Return the cached response, or render and cache it."""
        return compress(request, self._respond(request))

    def _respond(self, request):
        key, response = find_cached(self.cache, request)
        if response:
            return response
        if key is None or request.method == "HEAD":
            return self._render(request)
        with self.cache.locks.lock(key):
            return self._render_and_cache(request, key)

    def _render(self, request):
        response = self.get_response(request)
        # No cache on the way is to guess.
        response.headers.setdefault("Cache-Control", PRIVATE)
        return response

    def _render_and_cache(self, request, key):
        version = self.cache.current()
        # Another request may have rendered it while this one waited for the lock.
        entry = version and self.cache.get(key, version)
        if entry:
            return _respond(entry, request, "hit")
        with collect_tags() as collector:
            response = self._render(request)
        if response.status_code >= 500:
            entry = self.cache.get_stale(key)
            return _respond(entry, request, "stale") if entry else response
        if not (version and collector.is_cacheable and may_be_cached(response)):
            return response
        tags = sorted({ALL, *collector.tags})
        times = collector.expires, collector.gone
        entry = Entry.from_response(response, version, tags, *times)
        entry.encode(request.headers.get("accept-encoding", ""))
        self.cache.set(key, entry)
        # A change during rendering makes it unfit for other caches.
        is_valid = self.cache.is_valid(entry, self.cache.current())
        return _respond(entry, request, "miss" if is_valid else "stale")


def may_be_cached(response):
    """Return whether nothing in the response itself forbids caching it."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "cookie" not in response.get("Vary", "").lower()
        and response.get("Cache-Control", PRIVATE) == PRIVATE
        and len(response.content) <= MAX_BYTES
    )


def _respond(entry, request, outcome):
    headers = {"X-Cache": outcome, "Cache-Control": REVALIDATE}
    if outcome == "stale":
        headers["Cache-Control"] = "private, no-store"
    elif settings.FRONT_CACHE_URL:
        headers |= _front_cache_headers(entry)
    return entry.to_response(request, headers)


def _front_cache_headers(entry):
    tags = " ".join(entry.tags)
    seconds = int(entry.expires - time.time())
    # How long an expired response may be served while the web processes are down.
    grace = int(min(entry.gone - entry.expires, LONGEST_GRACE))
    fallback = f"stale-if-error={min(grace, DAY)}"
    if len(tags) > MAX_TAG_BYTES or seconds < 1:
        return {}
    # For caches that are purged only, hence `s-maxage` and not `max-age`. A browser
    # that honors `stale-while-revalidate` would hide readers' own comments from them.
    return {
        "Cache-Control": f"public, max-age=0, s-maxage={seconds}, {fallback}",
        "CDN-Cache-Control": f"max-age={seconds}, "
        f"stale-while-revalidate={min(grace, 5)}, {fallback}",
        "X-Grace": f"{grace}s",
        "xkey": tags,
        "Surrogate-Key": tags,
    }
