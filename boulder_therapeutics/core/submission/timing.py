"""Responses whose time does not tell whether an email address is known here."""

import time
from contextlib import contextmanager

# Longer than it takes to queue a mail, so that nobody sees whether there was one.
QUEUE_SECONDS = 0.3


@contextmanager
def at_least(seconds):
    """Let the block take so many seconds, also if it is done before."""
    start = time.monotonic()
    yield
    time.sleep(max(0, start + seconds - time.monotonic()))
