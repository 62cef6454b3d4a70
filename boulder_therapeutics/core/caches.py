"""A cache that the site can do without."""

import logging
from contextlib import contextmanager

from redis import RedisError

from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)


@contextmanager
def _may_be_away():
    try:
        yield
    except (RedisError, OSError) as error:
        logger.error("The cache is away: %s", type(error).__name__)


class ForgivingRedisCache(RedisCache):
    """Redis, or a cache that keeps nothing while Redis is away."""

    def get(self, key, default=None, version=None):
        """Fetch what is kept, or the default."""
        with _may_be_away():
            return super().get(key, default, version)
        return default

    def get_many(self, keys, version=None):
        """Fetch what is kept of many."""
        with _may_be_away():
            return super().get_many(keys, version)
        return {}

    def add(self, *args, **kwargs):
        """Keep a value unless there is one; true where nobody can tell."""
        with _may_be_away():
            return super().add(*args, **kwargs)
        return True

    def set(self, *args, **kwargs):
        """Keep a value."""
        with _may_be_away():
            super().set(*args, **kwargs)

    def set_many(self, data, *args, **kwargs):
        """Keep many values; return the keys of those that are not kept."""
        with _may_be_away():
            return super().set_many(data, *args, **kwargs)
        return list(data)

    def delete(self, *args, **kwargs):
        """Forget a value; tell whether there was one."""
        with _may_be_away():
            return super().delete(*args, **kwargs)
        return False
