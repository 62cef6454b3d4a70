"""Stamps for processes on several machines."""

import threading
import time
from contextlib import contextmanager, suppress

from redis import ConnectionError, RedisError

from .versions import ALL, GONE

AGAIN = 0.5  # seconds


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
        # How often something may have changed that Redis does not know of, and how
        # many of these times have been made good by trusting nothing that it has.
        self._missed = self._made_good = 0
        self._lock, self._helper = threading.Lock(), None

    def current(self):
        """Return the number of the last purge."""
        # A Redis that is down misses the purges of others, too.
        with self._noticing(ConnectionError):
            self._make_good()
            number = self.client.hget(self.KEY, "number")
            return int(number or self._script(keys=[self.KEY]))

    def newest(self, tags):
        """Return the highest number that one of the tags has."""
        names = ["number", *(f"tag:{tag}" for tag in tags)]
        with self._noticing(ConnectionError):
            number, *numbers = self.client.hmget(self.KEY, names)
            if number is None:
                return int(self._script(keys=[self.KEY]))
        return max(int(number or 0) for number in numbers)

    def purge(self, tags):
        """Give the tags the next number."""
        with self._noticing(RedisError):
            self._script(keys=[self.KEY], args=list(tags))

    @contextmanager
    def _noticing(self, error):
        try:
            yield
        except error:
            with self._lock:
                self._missed += 1
                if self._helper is None:
                    self._helper = threading.Thread(target=self._help, daemon=True)
                    self._helper.start()
            raise

    def _make_good(self):
        missed = self._missed
        if missed > self._made_good:
            self._script(keys=[self.KEY], args=[ALL, GONE + ALL])
            self._made_good = missed

    def _help(self):
        """Make good without waiting for a visitor; others may have some already."""
        while True:
            time.sleep(AGAIN)
            with suppress(RedisError):
                self._make_good()
            with self._lock:
                if self._missed == self._made_good:
                    self._helper = None
                    return
