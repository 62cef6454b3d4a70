"""A cache in front of the web processes that is purged by tags, like our Varnish."""

import logging
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from urllib.request import Request, urlopen

from django.conf import settings

from .storage.versions import ALL

logger = logging.getLogger(__name__)

MAX_TAGS = 100  # in one request; for more, everything is purged
TIMEOUT = 2  # seconds
# A page on its way to the front cache during the first purge needs a second one.
REPEAT_AFTER = 0.3  # seconds
RETRY_DELAYS = 1, 2, 4, 8, 16  # seconds


def purge_front_cache(tags):
    """Purge `tags` from the front cache, if there is one, without waiting for it.

    Return the future of the purge, or None.
    """
    if settings.FRONT_CACHE_URL and tags:
        # A thread does not survive a fork, so each process has its own purger.
        return _purger(settings.FRONT_CACHE_URL, os.getpid()).purge(tags)
    return None


@lru_cache(maxsize=1)
def _purger(url, process_id):
    return Purger(url)


class Purger:
    """Sends purges to the front cache at `url` from a thread of its own.

    Tags that could not be purged after the last retry go with the next purge.
    """

    def __init__(self, url):
        self.url = url
        self._lock = threading.Lock()
        self._pending = set()
        self.executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="purge")

    def purge(self, tags):
        """Send a purge of `tags` soon, and return its future."""
        with self._lock:
            self._pending |= set(tags)
        purge = self.executor.submit(self._purge_pending)
        self.executor.submit(self._repeat, set(tags))
        return purge

    def _purge_pending(self):
        with self._lock:
            tags, self._pending = self._pending, set()
        if tags and not self._send_with_retries(tags):
            with self._lock:
                self._pending |= tags

    def _repeat(self, tags):
        time.sleep(REPEAT_AFTER)
        with self._lock:
            self._pending |= tags
        self._purge_pending()

    def _send_with_retries(self, tags):
        """Return whether the front cache accepted the purge in the end."""
        for delay in (*RETRY_DELAYS, 0):
            try:
                self._send(tags)
                return True
            except OSError as error:
                logger.error("The front cache was not purged: %s", error)
                time.sleep(delay)
        return False

    def _send(self, tags):
        header = " ".join(sorted(tags)) if len(tags) <= MAX_TAGS else ALL
        headers = {"xkey-purge": header}
        request = Request(self.url, method="PURGE", headers=headers)  # noqa: S310
        urlopen(request, timeout=TIMEOUT).close()  # noqa: S310
