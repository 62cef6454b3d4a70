"""Limits for what is not stored: attempts of a name or an address, in the cache.

A lock of the machine makes attempts at the same time count one by one.
"""

import math
import time
from dataclasses import dataclass

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from boulder_therapeutics.images.locks import machine_lock


@dataclass(frozen=True)
class Throttle:
    """At most `limit` attempts of the same name or address in so many `seconds`."""

    name: str
    limit: int
    seconds: int

    def wait(self, value):
        """Return the whole seconds until `value` may try again, 0 for now."""
        times = self._times(value)
        if len(times) < self.limit:
            return 0
        return max(1, math.ceil(times[-self.limit] + self.seconds - time.time()))

    def attempt(self, value):
        """Count an attempt of `value`, unless it has to wait; return the seconds."""
        with self._lock():
            if wait := self.wait(value):
                return wait
            times = [*self._times(value), time.time()]
            cache.set(self._key(value), times, self.seconds)
        return 0

    def forget_last(self, value):
        """Forget the last attempt of `value`, as it succeeded."""
        with self._lock():
            cache.set(self._key(value), self._times(value)[:-1], self.seconds)

    def forget(self, value):
        """Forget the attempts of `value`, after one that succeeded."""
        cache.delete(self._key(value))

    def _lock(self):
        return machine_lock(f"throttle-{self.name}")

    def _times(self, value):
        now = time.time()
        times = cache.get(self._key(value), [])
        return [at for at in times if 0 <= now - at < self.seconds]

    def _key(self, value):
        # The cache is to hold no personal data.
        value = str(value).casefold()
        digest = salted_hmac(self.name, value, algorithm="sha256").hexdigest()
        return f"throttle-{self.name}-{digest[:32]}"
