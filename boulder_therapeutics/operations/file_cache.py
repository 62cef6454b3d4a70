"""A Django cache backend that survives a disk that is full or broken."""

import logging
from contextlib import suppress

from django.core.cache.backends.filebased import FileBasedCache

from boulder_therapeutics.pagecache.circuit_breaker import CircuitBreaker

logger = logging.getLogger(__name__)
breaker = CircuitBreaker(pause=0)


class FileCache(FileBasedCache):
    """Files, or an empty cache while the disk fails."""

    def __init__(self, *args):
        with suppress(OSError):  # when making the folder, after all else
            super().__init__(*args)

    def get(self, key, default=None, version=None):
        return self._call(super().get, key, default, version, otherwise=default)

    def add(self, *args, **kwargs):
        """Store a value if the key is new; claim that it is when that is unknown."""
        return self._call(super().add, *args, otherwise=True, **kwargs)

    def set(self, *args, **kwargs):
        return self._call(super().set, *args, **kwargs)

    def touch(self, *args, **kwargs):
        return self._call(super().touch, *args, otherwise=False, **kwargs)

    def delete(self, *args, **kwargs):
        return self._call(super().delete, *args, otherwise=False, **kwargs)

    def has_key(self, *args, **kwargs):
        return self._call(super().has_key, *args, otherwise=False, **kwargs)

    def _call(self, method, *args, otherwise=None, **kwargs):
        try:
            return method(*args, **kwargs)
        except OSError as error:
            if breaker.trip():
                logger.error("The cache in files fails: %s", error.strerror)
            return otherwise
