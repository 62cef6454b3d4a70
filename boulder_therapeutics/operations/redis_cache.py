"""A Django cache backend that survives the loss of Redis."""

import logging

from redis import RedisError

from django.core.cache.backends import redis
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.locmem import LocMemCache

from boulder_therapeutics.pagecache.circuit_breaker import breaker_for

logger = logging.getLogger(__name__)


class LocalCache(LocMemCache):
    """The memory of this process, for a minute at most: others do not see changes."""

    LONGEST = 60  # seconds

    def get_backend_timeout(self, timeout=DEFAULT_TIMEOUT):
        if timeout in {DEFAULT_TIMEOUT, None}:
            timeout = self.LONGEST
        return super().get_backend_timeout(min(timeout, self.LONGEST))


class RedisCache(redis.RedisCache):
    """Redis, or the memory of this process while Redis is unavailable."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self.breaker = breaker_for(server)
        self.local = LocalCache(f"instead of {server}", {})

    @property
    def is_available(self):
        """Whether the last call reached Redis."""
        return not self.breaker.has_failed

    def get(self, *args, **kwargs):
        return self._call("get", *args, **kwargs)

    def get_many(self, *args, **kwargs):
        return self._call("get_many", *args, **kwargs)

    def add(self, *args, **kwargs):
        return self._call("add", *args, **kwargs)

    def set(self, *args, **kwargs):
        return self._call("set", *args, **kwargs)

    def set_many(self, *args, **kwargs):
        return self._call("set_many", *args, **kwargs)

    def delete(self, *args, **kwargs):
        return self._call("delete", *args, **kwargs)

    def _call(self, name, *args, **kwargs):
        if self.breaker.is_open:
            return getattr(self.local, name)(*args, **kwargs)
        try:
            result = getattr(super(), name)(*args, **kwargs)
        except (RedisError, OSError) as error:
            if self.breaker.trip():
                logger.error("The Redis cache is unavailable: %s", type(error).__name__)
            return getattr(self.local, name)(*args, **kwargs)
        if self.breaker.close():
            self.local.clear()
        return result
