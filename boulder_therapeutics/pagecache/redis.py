"""Stamps and entries in Redis, for processes on several machines.

Only loaded where there is a Redis, as its library takes a good part of the memory.
"""

from redis import Redis, RedisError

from .entries import Entry
from .stamps import ALL, GONE


def connect(address):
    """Return a client that does not wait long for a Redis that is away."""
    return Redis.from_url(address, socket_timeout=1, socket_connect_timeout=0.5)


class RedisStamps:
    """Stamps in Redis, for processes on several machines."""

    KEY = "pagecache:stamps"
    # One step, so that nobody sees the sequence without the tags. A sequence that Redis
    # has lost begins anew, later than all before, and with nothing trusted.
    SCRIPT = """
        local time = redis.call('TIME')
        local number = time[1] * 1000000 + time[2]
        local last = redis.call('HGET', KEYS[1], 'number')
        if last and tonumber(last) >= number then number = tonumber(last) + 1 end
        number = string.format('%.0f', number)
        if not last then
            redis.call('HSET', KEYS[1], 'tag:all', number, 'tag:gone:all', number)
        end
        for _, tag in ipairs(ARGV) do
            redis.call('HSET', KEYS[1], 'tag:' .. tag, number)
        end
        redis.call('HSET', KEYS[1], 'number', number)
        return number
    """

    def __init__(self, client):
        self.client = client
        self._script = client.register_script(self.SCRIPT)
        # Redis was away when something changed, so nothing that it has is trusted.
        self._has_missed = False

    def current(self):
        """Return the number of the last purge."""
        if self._has_missed:
            self.purge([ALL, GONE + ALL])
        number = self.client.hget(self.KEY, "number")
        return int(number or self._script(keys=[self.KEY]))

    def newest(self, tags):
        """Return the highest number that one of the tags has."""
        names = ["number", *(f"tag:{tag}" for tag in tags)]
        number, *numbers = self.client.hmget(self.KEY, names)
        if number is None:
            return int(self._script(keys=[self.KEY]))
        return max(int(number or 0) for number in numbers)

    def purge(self, tags):
        """Give the tags the next number."""
        try:
            self._script(keys=[self.KEY], args=list(tags))
        except RedisError:
            self._has_missed = True
            raise
        if ALL in tags:
            self._has_missed = False


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
