"""A Django cache backend that survives the loss of Redis."""

import logging
from functools import cache

from redis import RedisError

from django.core.cache.backends import redis

from boulder_therapeutics.pagecache.circuit_breaker import CircuitBreaker

logger = logging.getLogger(__name__)


class RedisCache(redis.RedisCache):
    """Redis, or an empty cache while Redis is unavailable."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self.breaker = breaker_for(server)

    def get(self, key, default=None, version=None):
        return self._call(super().get, key, default, version, otherwise=default)

    def get_many(self, keys, version=None):
        return self._call(super().get_many, keys, version, otherwise={})

    def add(self, *args, **kwargs):
        """Store a value if the key is new; claim that it is when that is unknown.

        So jobs that only one process should do are done by every process rather than
        by none.
        """
        return self._call(super().add, *args, otherwise=True, **kwargs)

    def set(self, *args, **kwargs):
        return self._call(super().set, *args, **kwargs)

    def set_many(self, data, *args, **kwargs):
        failed = list(data)
        return self._call(super().set_many, data, *args, otherwise=failed, **kwargs)

    def incr(self, key, delta=1, version=None):
        """Add `delta` to a number; return `delta` when the number is unknown."""
        return self._call(super().incr, key, delta, version, otherwise=delta)

    def delete(self, *args, **kwargs):
        return self._call(super().delete, *args, otherwise=False, **kwargs)

    def _call(self, method, *args, otherwise=None, **kwargs):
        if self.breaker.is_open:
            return otherwise
        try:
            return method(*args, **kwargs)
        except (RedisError, OSError) as error:
            if self.breaker.trip():
                logger.error("The Redis cache is unavailable: %s", type(error).__name__)
            return otherwise


@cache
def breaker_for(server):
    """Return the breaker of a server; Django makes a cache object for each thread."""
    return CircuitBreaker()
