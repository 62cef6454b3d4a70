"""The process of gunicorn that answers visitors, with its threads."""

import time

from gunicorn.workers.gthread import ThreadWorker

PAUSE = 0.0005  # seconds


class FairWorker(ThreadWorker):
    """Leaves the next of several visitors who come at once to another process.

    Otherwise the first process that wakes up takes them all, keeps them as long as they
    stay connected, and the other cores have nothing to do.
    """

    def accept(self, listener):
        """Let a visitor in, and others have a go."""
        super().accept(listener)
        time.sleep(PAUSE)
