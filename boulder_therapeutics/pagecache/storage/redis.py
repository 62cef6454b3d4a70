"""The page cache in Redis, for processes on several machines.

Imported only where REDIS_URL is set, as the client library takes much memory.
"""

from redis import Redis, RedisError

from ..entries import Entry
from .redis_versions import RedisVersions

FAILURES = (OSError, RedisError)


def connect(url):
    """Return versions and store of a Redis that is given up on after a second."""
    client = Redis.from_url(url, socket_timeout=1, socket_connect_timeout=0.5)
    return RedisVersions(client), RedisStore(client)


class RedisStore:
    """Entries in Redis, which evicts the oldest by itself."""

    SECONDS = 7 * 24 * 60 * 60

    def __init__(self, client):
        self.client = client

    def get(self, key):
        """Return an entry, or None."""
        data = self.client.get(f"pagecache:{key}")
        try:
            return Entry.loads(data) if data else None
        except ValueError:  # written by another release
            return None

    def set(self, key, entry):
        """Store an entry."""
        self.client.set(f"pagecache:{key}", entry.dumps(), ex=self.SECONDS)
