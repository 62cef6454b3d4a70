"""The cache that the setting PAGE_CACHE describes."""

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, wraps
from importlib import import_module
from pathlib import Path

from django.conf import settings

from .storage.files import FileStore, Memory, Queue
from .storage.versions import GONE, MachineStamps

logger = logging.getLogger(__name__)

MEMORY = 16_000_000  # bytes in each process
REST = 2  # seconds
afterwards = ThreadPoolExecutor(max_workers=1)


def survives(method):
    """Let pages be served, only not from the cache, when the cache is away."""

    @wraps(method)
    def guarded(cache, *args):
        try:
            return method(cache, *args)
        except cache.failures as error:
            if isinstance(error, cache.silence):
                cache.rests_until = time.monotonic() + REST
            logger.exception("The page cache is away")
            return None

    return guarded


class PageCache:
    """Entries by key, right ones told from others by the stamps of their tags.

    `failures` are raised by stamps and store that are away, `silence` by those that do
    not answer in time.
    """

    def __init__(self, stamps, store, queue, failures=OSError, silence=()):
        self.stamps, self.store, self.queue = stamps, store, queue
        self.failures, self.silence = failures, silence
        self.memory = Memory(MEMORY)
        # One visitor waits for a Redis that does not answer, not each at each look.
        self.rests_until = 0

    @survives
    def current(self):
        """Return the number of the last purge, None when the cache is away."""
        if time.monotonic() < self.rests_until:
            return None
        return self.stamps.current()

    @survives
    def newest(self, tags):
        """Return the number of the last purge of one of the tags."""
        return self.stamps.newest(tags)

    @survives
    def purge(self, tags):
        """Make everything wrong that shows what has one of the tags."""
        self.stamps.purge(tags)

    @survives
    def get(self, key, number):
        """Return the entry if it is right as of purge `number`, else None."""
        entry = self.memory.get(key)
        if entry and self.is_right(entry, number):
            if "br" in entry.bodies and not entry.is_dense:
                entry.is_dense = True
                afterwards.submit(self.condense, key, entry)
            return entry
        entry = self.store.get(key)
        if entry and self.is_right(entry, number):
            self.memory.set(key, entry)
            return entry
        return None

    @survives
    def condense(self, key, entry):
        """Keep an entry that is read again in fewer bytes, which take long to make."""
        entry.condense()
        if self.is_right(entry, self.stamps.current()):
            self.store.set(key, entry)

    @survives
    def set(self, key, entry):
        """Keep an entry for all processes."""
        self.memory.set(key, entry)
        self.store.set(key, entry)

    @survives
    def is_right(self, entry, number):
        """Tell whether nothing that the entry shows has changed since it was made."""
        if entry.until <= time.time():
            return False
        if entry.checked != number:
            if self.stamps.newest(entry.tags) > entry.number:
                return False
            entry.checked = number
        return True

    @survives
    def last_good(self, key):
        """Return an entry that was right once, unless what it shows was taken away."""
        entry = self.store.get(key)
        gone = [GONE + tag for tag in entry.tags] if entry else []
        return entry if gone and self.stamps.newest(gone) <= entry.number else None


def get_cache():
    """Return the cache, or None when there is to be none."""
    return _open(str(settings.PAGE_CACHE), settings.VAR_DIR) if has_cache() else None


def has_cache():
    """Tell whether pages are to be cached."""
    return bool(settings.PAGE_CACHE)


@lru_cache
def _open(place, folder):
    if "://" not in place:
        return PageCache(MachineStamps(place), FileStore(place), Queue(place))
    redis = import_module(".storage.redis", __package__)
    queue = Queue(Path(folder) / "cache" / "pages")
    return PageCache(*redis.connect(place), queue, redis.FAILURES, redis.SILENCE)
