"""Limits for what is not stored: attempts of a name or an address, in the cache."""

import math
import time
from dataclasses import dataclass

from django.core.cache import cache
from django.utils.crypto import salted_hmac


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

    def count(self, value):
        """Count an attempt of `value`."""
        times = [*self._times(value), time.time()][-self.limit :]
        cache.set(self._key(value), times, self.seconds)

    def forget_last(self, value):
        """Forget the last attempt of `value`, as it succeeded."""
        cache.set(self._key(value), self._times(value)[:-1], self.seconds)

    def forget(self, value):
        """Forget the attempts of `value`, after one that succeeded."""
        cache.delete(self._key(value))

    def _times(self, value):
        now = time.time()
        times = cache.get(self._key(value), [])
        return [at for at in times if 0 <= now - at < self.seconds]

    def _key(self, value):
        # The cache is to hold no personal data.
        value = str(value).casefold()
        digest = salted_hmac(self.name, value, algorithm="sha256").hexdigest()
        return f"throttle-{self.name}-{digest[:32]}"
