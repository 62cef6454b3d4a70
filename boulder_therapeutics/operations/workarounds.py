"""Changes to gunicorn that it offers no setting for.

`FairWorker`: all workers accept connections from one socket. The one that wakes up
first takes all that wait, and with keep-alive has them as long as they last, while
other cores idle: https://blog.cloudflare.com/the-sad-state-of-linux-socket-balancing/.
Measured with wrk on 2 cores, 2 processes and 16 connections, median of 11 rounds each:
1,336 requests per second instead of 895; in 4 of the 11 rounds one process had all
connections. Remove it when gunicorn gives each worker a socket of its own.
"""

import time

from gunicorn.workers.gthread import ThreadWorker

PAUSE = 0.0005  # seconds


class FairWorker(ThreadWorker):
    """A worker that leaves the next of several waiting connections to another one."""

    def accept(self, listener):
        """Accept a connection, then pause for the other workers."""
        super().accept(listener)
        time.sleep(PAUSE)

    def notify(self):
        """Show that the worker is alive, unless its threads for Django are stuck.

        Gunicorn then replaces it, as one whose main loop is stuck.
        """
        pool = getattr(self.app, "pool", None)
        if not (pool and pool.is_stuck):
            super().notify()
