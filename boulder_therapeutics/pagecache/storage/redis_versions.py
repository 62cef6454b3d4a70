"""Tag versions for processes on several machines."""

import threading
import time
from contextlib import contextmanager, suppress

from redis import ConnectionError, RedisError

from .versions import ALL, GONE

RETRY_AFTER = 0.5  # seconds


class RedisVersions:
    """Tag versions in Redis."""

    KEY = "pagecache:versions"
    # One atomic step, so that nobody sees the sequence without the tags. A sequence
    # that Redis has lost starts again, later than before and with nothing trusted.
    SCRIPT = """
        local time = redis.call('TIME')
        local version = time[1] * 1000000 + time[2]
        local last = redis.call('HGET', KEYS[1], 'version')
        if last and tonumber(last) >= version then version = tonumber(last) + 1 end
        version = string.format('%.0f', version)
        if not last then
            redis.call('HSET', KEYS[1], 'tag:all', version, 'tag:gone:all', version)
        end
        for _, tag in ipairs(ARGV) do
            redis.call('HSET', KEYS[1], 'tag:' .. tag, version)
        end
        redis.call('HSET', KEYS[1], 'version', version)
        return version
    """

    def __init__(self, client):
        self.client = client
        self._script = client.register_script(self.SCRIPT)
        # Invalidations that Redis may have missed, ours or those of other machines,
        # and how many of them an invalidation of everything has made up for.
        self._missed = self._recovered = 0
        self._lock, self._thread = threading.Lock(), None

    def current(self):
        """Return the version of the last invalidation."""
        # A Redis that is down misses the invalidations of other machines, too.
        with self._count_missed(ConnectionError):
            self._recover()
            version = self.client.hget(self.KEY, "version")
            return int(version or self._script(keys=[self.KEY]))

    def newest(self, tags):
        """Return the highest version of `tags`."""
        names = ["version", *(f"tag:{tag}" for tag in tags)]
        with self._count_missed(ConnectionError):
            version, *versions = self.client.hmget(self.KEY, names)
            if version is None:
                return int(self._script(keys=[self.KEY]))
        return max(int(version or 0) for version in versions)

    def invalidate(self, tags):
        """Give `tags` the next version."""
        with self._count_missed(RedisError):
            self._script(keys=[self.KEY], args=list(tags))

    @contextmanager
    def _count_missed(self, error):
        try:
            yield
        except error:
            with self._lock:
                self._missed += 1
                if self._thread is None:
                    self._thread = threading.Thread(
                        target=self._recover_later, daemon=True
                    )
                    self._thread.start()
            raise

    def _recover(self):
        missed = self._missed
        if missed > self._recovered:
            self._script(keys=[self.KEY], args=[ALL, GONE + ALL])
            self._recovered = missed

    def _recover_later(self):
        """Recover without waiting for a request to this machine."""
        while True:
            time.sleep(RETRY_AFTER)
            with suppress(RedisError):
                self._recover()
            with self._lock:
                if self._missed == self._recovered:
                    self._thread = None
                    return
