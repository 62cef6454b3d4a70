"""A pause after a failure, so that one visitor waits for a dead server and not all."""

import threading
import time
from functools import cache

PAUSE = 2  # seconds
LOG_PERIOD = 60  # seconds


class CircuitBreaker:
    """Open for `pause` seconds after each failure; callers then skip the server.

    After that it is closed for one caller, and for the others as soon as that one
    succeeds.
    """

    def __init__(self, pause=PAUSE, log_period=LOG_PERIOD):
        self.pause, self.log_period = pause, log_period
        self.has_failed, self._open_until, self._logged = False, 0, -log_period
        self._lock = threading.Lock()

    @property
    def is_open(self):
        """Whether the server failed a moment ago; True for all callers but one."""
        if not self.has_failed:
            return False
        with self._lock:
            is_open = time.monotonic() < self._open_until
            if not is_open:
                self._open_until = time.monotonic() + self.pause
        return is_open

    def trip(self):
        """Open the breaker; return whether to log it: once in `log_period` seconds."""
        now = time.monotonic()
        with self._lock:
            self.has_failed, self._open_until = True, now + self.pause
            is_due = now - self._logged >= self.log_period
            if is_due:
                self._logged = now
        return is_due

    def close(self):
        """Close the breaker after a success; return whether it had been open."""
        had_failed = self.has_failed
        self.has_failed = False
        return had_failed


@cache
def breaker_for(server):
    """Return the breaker that all callers of a server in this process share."""
    return CircuitBreaker()
