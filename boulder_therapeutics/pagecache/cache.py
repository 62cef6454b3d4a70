"""The page cache that the setting PAGE_CACHE describes."""

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, wraps
from importlib import import_module
from pathlib import Path

from django.conf import settings

from .circuit_breaker import CircuitBreaker, breaker_for
from .storage.files import FileStore
from .storage.locks import RenderLocks
from .storage.memory import MemoryStore
from .storage.versions import GONE, MachineVersions

logger = logging.getLogger(__name__)

MEMORY = 16_000_000  # bytes in each process


def survives_failures(method):
    """Return None, which means "not cached", while the cache fails."""

    @wraps(method)
    def wrapper(cache, *args):
        if cache.breaker.is_open:
            return None
        try:
            result = method(cache, *args)
            cache.breaker.close()
            return result
        except cache.failures as error:
            if cache.breaker.trip():
                logger.error("The page cache fails: %r", error)
            return None

    return wrapper


class PageCache:
    """Entries by key, valid as long as the versions of their tags are old enough.

    `failures` are the exceptions that `versions` and `store` raise when they are down.
    """

    def __init__(self, versions, store, locks, failures=OSError, breaker=None):
        self.versions, self.store, self.locks = versions, store, locks
        # No pause: files fail at once, and a full disk can still be read.
        self.failures, self.breaker = failures, breaker or CircuitBreaker(pause=0)
        self.memory = MemoryStore(MEMORY)
        self.executor = ThreadPoolExecutor(max_workers=1)
        self.deletion = None

    @survives_failures
    def current(self):
        """Return the version of the last invalidation, None if the cache fails."""
        return self.versions.current()

    @survives_failures
    def get(self, key, version):
        """Return the entry of `key` if it is valid as of `version`, else None."""
        entry = self.memory.get(key)
        if entry and self.is_valid(entry, version):
            if "br" in entry.bodies and not entry.is_dense:
                entry.is_dense = True
                self.executor.submit(self.condense, key, entry)
            return entry
        entry = self.store.get(key)
        if entry and self.is_valid(entry, version):
            self.memory.set(key, entry)
            return entry
        return None

    @survives_failures
    def set(self, key, entry):
        """Store an entry for all processes."""
        self.memory.set(key, entry)
        self.store.set(key, entry)
        # Checked last, in case something went while it was being stored.
        if self._is_gone(entry.version, entry.tags):
            self.store.delete(key)

    @survives_failures
    def is_valid(self, entry, version):
        """Return whether no tag of `entry` was invalidated since it was rendered."""
        if entry.expires <= time.time():
            return False
        if entry.checked_version != version:
            if self.versions.newest(entry.tags) > entry.version:
                return False
            entry.checked_version = version
        return True

    @survives_failures
    def get_stale(self, key):
        """Return an entry that may be outdated but shows nothing that is gone."""
        entry = self.store.get(key)
        if entry is None or entry.gone <= time.time():
            return None
        return None if self._is_gone(entry.version, entry.tags) else entry

    @survives_failures
    def condense(self, key, entry):
        """Recompress an entry that is read more than once as well as possible."""
        entry.condense()
        if self.is_valid(entry, self.versions.current()):
            self.store.set(key, entry)

    def delete_gone_soon(self):
        """Delete the entries that show something gone, in the background."""
        # A deletion that has not begun yet will see this one's entries, too.
        latest = self.deletion
        if latest is None or latest.running() or latest.done():
            self.deletion = self.executor.submit(self._delete_gone)

    @survives_failures
    def _delete_gone(self):
        self.store.delete_if(self._is_gone)

    def _is_gone(self, version, tags):
        """Return whether such an entry shows something that is no longer public."""
        return self.versions.newest([GONE + tag for tag in tags]) > version

    def invalidate(self, tags):
        """Invalidate every entry that has one of `tags`."""
        # Not skipped while the breaker is open: Redis has to learn what it missed.
        try:
            self.versions.invalidate(tags)
        except self.failures as error:
            if self.breaker.trip():
                logger.error("The page cache was not invalidated: %r", error)


def is_enabled():
    """Return whether responses are cached at all."""
    return bool(settings.PAGE_CACHE)


def get_cache():
    """Return the cache, or None if it is disabled."""
    if not is_enabled():
        return None
    return _open(str(settings.PAGE_CACHE), str(settings.VAR_DIR))


@lru_cache
def _open(location, var_folder):
    if "://" not in location:
        locks = RenderLocks(location)
        return PageCache(MachineVersions(location), FileStore(location), locks)
    redis = import_module(".storage.redis", __package__)
    locks = RenderLocks(Path(var_folder) / "cache" / "pages")
    breaker = breaker_for(location)
    return PageCache(*redis.connect(location), locks, redis.FAILURES, breaker)
