"""What others, such as the page cache, learn of an import while it runs."""

import time

from blog.models import BlogPage

from ..signals import batch_written

PAUSE = 10  # seconds


class Announcements:
    """Sends `batch_written`: for changes in each batch, for new pages now and then.

    Else visitors would wait for pages that every batch, one a second, makes outdated.
    """

    def __init__(self):
        self._articles, self._is_waiting, self._next = set(), False, 0

    def add(self, articles, has_changes):
        """Add a batch with new comments on `articles`."""
        self._articles |= articles
        self._is_waiting = True
        if has_changes or time.monotonic() >= self._next:
            self.send()

    def send(self):
        """Announce the batches that are waiting."""
        if self._is_waiting:
            batch_written.send(sender=BlogPage, articles=self._articles)
            self._articles, self._is_waiting = set(), False
            self._next = time.monotonic() + PAUSE
