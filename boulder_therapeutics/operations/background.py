"""Work that the web processes do beside requests, each kind in a thread of its own.

`settings.BACKGROUND_WORK` lists the instances. Management commands start none: the web
processes find whatever a command, or a process that was stopped, has left to do.
"""

import logging
import os
import threading
from contextlib import suppress

from django.conf import settings
from django.db import connections
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)

LOWEST_PRIORITY = 19  # as in nice(1)
RETRY = 15  # seconds


class BackgroundWork:
    """A function that runs when woken or due, in a thread of each web process.

    `run` returns the seconds until it is due again, or None to wait until woken.
    `delay` is the number of seconds before each run, to handle what happens at about
    the same time together.
    """

    def __init__(self, run, *, delay=0, low_priority=False):
        self.run, self.delay, self.low_priority = run, delay, low_priority
        self._woken = threading.Event()
        self._thread = None

    def start(self):
        """Start the thread in this process, once, and run for the first time.

        Threads do not survive a fork, so call it in each worker process.
        """
        if self._thread is None or not self._thread.is_alive():
            name = self.run.__name__
            self._thread = threading.Thread(target=self._loop, name=name, daemon=True)
            self._thread.start()

    def wake(self):
        """Run soon, without making the caller wait; do nothing if not started."""
        self._woken.set()

    def run_once(self):
        """Run now; return the seconds until the next run. Log errors and retry."""
        try:
            return self.run()
        except Exception:
            logger.exception("%s failed", self.run.__name__)
            return RETRY
        finally:
            # An idle thread must not occupy a database connection.
            connections.close_all()

    def _loop(self):
        if self.low_priority:
            _yield_to_requests()
        pause = threading.Event()
        while True:
            pause.wait(self.delay)
            self._woken.clear()
            self._woken.wait(self.run_once())


def start_background_work():
    """Start all background work of the site in this process."""
    for path in settings.BACKGROUND_WORK:
        import_string(path).start()


def _yield_to_requests():
    """Give this thread, not the process, the lowest priority; only Linux can."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LOWEST_PRIORITY)
