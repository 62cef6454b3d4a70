"""The page cache in Redis, for processes on several machines.

Imported only where REDIS_URL is set, as the client library takes much memory.
"""

from contextlib import suppress

from redis import Redis, RedisError

from ..entries import Entry
from .redis_versions import RedisVersions

PREFIX = "pagecache:"
FAILURES = (OSError, RedisError)


def connect(url):
    """Return versions and store of a Redis that is given up on after half a second."""
    client = Redis.from_url(url, socket_timeout=0.5, socket_connect_timeout=0.3)
    return RedisVersions(client), RedisStore(client)


class RedisStore:
    """Entries in Redis, which evicts the oldest by itself."""

    SECONDS = 7 * 24 * 60 * 60

    def __init__(self, client):
        self.client = client

    def get(self, key):
        """Return an entry, or None."""
        data = self.client.get(PREFIX + key)
        try:
            return Entry.loads(data) if data else None
        except ValueError:  # written by another release
            return None

    def set(self, key, entry):
        """Store an entry."""
        self.client.set(PREFIX + key, entry.dumps(), ex=self.SECONDS)

    def delete(self, key):
        """Delete an entry, if there is one."""
        self.client.delete(PREFIX + key)

    def delete_if(self, condition):
        """Delete the entries for whose version and tags `condition` is true."""
        for name in self.client.scan_iter(f"{PREFIX}*", _type="string"):
            line = (self.client.get(name) or b"").partition(b"\n")[0]
            with suppress(ValueError):
                if condition(*Entry.loads_head(line)):
                    self.client.delete(name)
