"""The cache in Redis, for processes on several machines.

Only loaded where there is a Redis, as its library takes a good part of the memory.
"""

from redis import Redis, RedisError, TimeoutError

from ..entries import Entry
from .redis_versions import RedisStamps

FAILURES = (OSError, RedisError)
SILENCE = TimeoutError


def connect(address):
    """Return stamps and store that do not wait long for a Redis that is away."""
    client = Redis.from_url(address, socket_timeout=1, socket_connect_timeout=0.5)
    return RedisStamps(client), RedisStore(client)


class RedisStore:
    """Entries in Redis, which throws the oldest away by itself."""

    SECONDS = 7 * 24 * 60 * 60

    def __init__(self, client):
        self.client = client

    def get(self, key):
        """Return an entry, or None."""
        data = self.client.get(f"pagecache:{key}")
        try:
            return Entry.loads(data) if data else None
        except ValueError:  # of an earlier version
            return None

    def set(self, key, entry):
        """Keep an entry."""
        self.client.set(f"pagecache:{key}", entry.dumps(), ex=self.SECONDS)
