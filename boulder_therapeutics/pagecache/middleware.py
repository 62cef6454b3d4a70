"""The first of all middlewares: what is kept is found before anything else is asked."""

import time

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed

from .cache import get_cache, has_cache
from .compression import pack
from .entries import Entry
from .keys import key_of
from .storage.versions import ALL
from .tagging import Recording, record

MOST_BYTES = 3_000_000
MOST_TAG_BYTES = 6000
BROWSERS = "public, max-age=0, must-revalidate"


def find_answer(cache, request):
    """Return under which key an answer may be kept, and the one that is; or None."""
    key = key_of(request)
    number = key and cache.current()
    if number is None:
        return None, None
    entry = cache.get(key, number)
    return key, entry and _respond(entry, request, "hit")


class PageCacheMiddleware:
    """Answer from the cache; have made what is not there, by one at a time."""

    def __init__(self, get_response):
        if not has_cache():
            raise MiddlewareNotUsed
        self.get_response, self.cache = get_response, get_cache()

    def __call__(self, request):
        """Answer `request`."""
        return pack(request, self._answer(request))

    def _answer(self, request):
        key, response = find_answer(self.cache, request)
        if response:
            return response
        if key is None or request.method == "HEAD":
            return self._pass(request)
        with self.cache.queue.turn(key):
            return self._make(request, key)

    def _pass(self, request):
        response = self.get_response(request)
        # No cache on the way is to guess.
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    def _make(self, request, key):
        number = self.cache.current()
        # Perhaps it has been made while this request waited for its turn.
        entry = number and self.cache.get(key, number)
        if entry:
            return _respond(entry, request, "hit")
        host = request.headers.get("host", "")
        with record(Recording(number, host)) as recording:
            response = self._pass(request)
        if response.status_code >= 500:
            entry = self.cache.last_good(key)
            return _respond(entry, request, "stale") if entry else response
        if not (number and recording.is_kept and may_be_kept(response)):
            return response
        tags = sorted({ALL, *recording.tags})
        entry = Entry.make(response, number, tags, recording.until)
        entry.encode(request.headers.get("accept-encoding", ""))
        self.cache.set(key, entry)
        # What has changed meanwhile is not for others to keep.
        is_right = self.cache.is_right(entry, self.cache.current())
        return _respond(entry, request, "miss" if is_right else "stale")


def may_be_kept(response):
    """Tell whether everybody may get this answer."""
    control = response.get("Cache-Control", "private, no-cache")
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "cookie" not in response.get("Vary", "").lower()
        and control == "private, no-cache"
        and len(response.content) <= MOST_BYTES
    )


def _respond(entry, request, how):
    headers = {"X-Cache": how, "Cache-Control": BROWSERS}
    if how == "stale":
        headers["Cache-Control"] = "private, no-store"
    elif settings.PAGE_CACHE_SHARED:
        headers |= _for_shared_caches(entry)
    return entry.respond(request, headers)


def _for_shared_caches(entry):
    tags = " ".join(entry.tags)
    seconds = int(entry.until - time.time())
    if len(tags) > MOST_TAG_BYTES or seconds < 1:
        return {}
    # Only caches that are purged may answer by themselves, so `s-maxage` and not
    # `max-age`; a browser that goes by `stale-while-revalidate` would hide from readers
    # what they have just written.
    return {
        "Cache-Control": f"public, max-age=0, s-maxage={seconds}, stale-if-error=86400",
        "CDN-Cache-Control": f"max-age={seconds}, stale-while-revalidate=5, "
        "stale-if-error=86400",
        "xkey": tags,
        "Surrogate-Key": tags,
    }
