"""A pause after a failure, so that one visitor waits for a dead server and not all."""

import threading
import time

PAUSE = 2  # seconds


class CircuitBreaker:
    """Open for `pause` seconds after each failure; callers then skip the server."""

    def __init__(self, pause=PAUSE):
        self.pause = pause
        self._open_until = 0
        self._lock = threading.Lock()

    @property
    def is_open(self):
        """Whether the server failed a moment ago."""
        return time.monotonic() < self._open_until

    def trip(self):
        """Open the breaker; return whether it was closed, for one log line a pause."""
        with self._lock:
            was_closed = not self.is_open
            self._open_until = time.monotonic() + self.pause
        return was_closed
