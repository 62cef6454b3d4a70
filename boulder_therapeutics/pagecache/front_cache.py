"""A cache before the web processes that forgets by tag, like our Varnish."""

import logging
import threading
from urllib.request import urlopen

from wagtail.contrib.frontend_cache.backends.http import HTTPBackend, PurgeRequest

from .storage.versions import ALL

logger = logging.getLogger(__name__)

MOST_TAGS = 100
AGAIN = 0.3  # seconds
_lock = threading.Lock()
_again, _missed = set(), set()


class TagBackend(HTTPBackend):
    """Asks the cache at LOCATION to forget what has one of some tags."""

    def purge_tags(self, tags):
        """Have it forgotten now, and once more what was on its way there meanwhile."""
        self._send(tags)
        with _lock:
            is_first = not _again
            _again.update(tags)
        if is_first:
            timer = threading.Timer(AGAIN, self._send_again)
            timer.daemon = True
            timer.start()

    def _send_again(self):
        with _lock:
            tags = set(_again)
            _again.clear()
        self._send(tags)

    def _send(self, tags):
        tags = {*tags, *_missed}
        header = " ".join(sorted(tags)) if len(tags) <= MOST_TAGS else ALL
        url = f"{self.cache_scheme}://{self.cache_netloc}/"
        request = PurgeRequest(url, headers={"xkey-purge": header})
        try:
            urlopen(request, timeout=2).close()  # noqa: S310 - from FRONT_CACHE_URL
        except OSError as error:
            if not _missed:
                logger.error("The front cache was not purged: %s", error)
            # The next purge takes them along.
            _missed.update(tags)
        else:
            _missed.difference_update(tags)
