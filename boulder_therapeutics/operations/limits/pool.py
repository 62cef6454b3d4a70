"""Django in a few threads, with more threads before it for what needs no database.

A thread that waits for a database cannot serve cached pages. So gunicorn has
SPARE more threads than Django: they serve what is cached, and wait for Django, as only
Django's threads wait for the database.
"""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

SPARE = 28  # threads
# Seconds without any progress until requests that wait are refused, and until the
# process counts as stuck: longer than any wait for a database or a lock.
PATIENCE = 2
STUCK = 12
POLL = 0.05  # seconds
# Responds without the database.
DIRECT = {"/health/live"}


class Pool:
    """A WSGI application that runs another one in `threads` threads of its own.

    While none of them makes progress, requests that wait for one get the response of
    the WSGI application `busy`.
    """

    def __init__(self, application, busy, threads, patience=PATIENCE):
        self.application, self.busy = application, busy
        self.threads, self.patience = threads, patience
        self.executor = ThreadPoolExecutor(threads, thread_name_prefix="django")
        self.running, self.progress = 0, time.monotonic()
        self._lock = threading.Lock()

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] in DIRECT:
            return self.application(environ, start_response)
        future = self.executor.submit(self._run, environ, start_response)
        while not future.running():
            try:
                return future.result(max(POLL, self.patience - self.idle))
            except TimeoutError:
                if future.done():  # by an error of the application itself
                    raise
                if self._is_blocked(self.patience) and future.cancel():
                    return self.busy(environ, start_response)
        return future.result()

    @property
    def idle(self):
        """The seconds since a request began or ended in one of the threads."""
        return time.monotonic() - self.progress

    @property
    def is_stuck(self):
        """Whether all threads have worked on the same requests for too long."""
        return self._is_blocked(STUCK)

    def _is_blocked(self, limit):
        # Without this count, a quiet site would look like one without progress.
        return self.running == self.threads and self.idle > limit

    def _run(self, environ, start_response):
        self._count(1)
        try:
            return self.application(environ, start_response)
        finally:
            self._count(-1)

    def _count(self, change):
        with self._lock:
            self.running += change
            self.progress = time.monotonic()
