"""A cache that the site can do without."""

import logging
import time

from redis import RedisError, TimeoutError

from django.core.cache.backends import redis

logger = logging.getLogger(__name__)

REST = 2  # seconds


class RedisCache(redis.RedisCache):
    """Redis, or a cache that keeps nothing while Redis is away."""

    # By server, for all threads: one waits for a Redis that does not answer, not each
    # at each look.
    rests_until = {}

    def get(self, key, default=None, version=None):
        """Fetch what is kept, or the default."""
        return self._try(super().get, default, key, default, version)

    def get_many(self, keys, version=None):
        """Fetch what is kept of many."""
        return self._try(super().get_many, {}, keys, version)

    def add(self, *args, **kwargs):
        """Keep a value unless there is one; true where nobody can tell."""
        return self._try(super().add, True, *args, **kwargs)

    def set(self, *args, **kwargs):
        """Keep a value."""
        return self._try(super().set, None, *args, **kwargs)

    def set_many(self, data, *args, **kwargs):
        """Keep many values; return the keys of those that are not kept."""
        return self._try(super().set_many, list(data), data, *args, **kwargs)

    def delete(self, *args, **kwargs):
        """Forget a value; tell whether there was one."""
        return self._try(super().delete, False, *args, **kwargs)

    def _try(self, reach, otherwise, *args, **kwargs):
        server = self._servers[0]
        if time.monotonic() < self.rests_until.get(server, 0):
            return otherwise
        try:
            return reach(*args, **kwargs)
        except (RedisError, OSError) as error:
            if isinstance(error, TimeoutError):
                self.rests_until[server] = time.monotonic() + REST
            logger.error("The cache is away: %s", type(error).__name__)
            return otherwise
