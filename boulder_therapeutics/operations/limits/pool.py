"""Django in a few threads, with more threads before it for what needs no database.

A thread that waits for a database cannot serve cached pages. So gunicorn has
SPARE more threads than Django: they serve what is cached, and wait for Django, as only
Django's threads wait for the database.
"""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

SPARE = 28  # threads
# Seconds without any progress until requests that wait are refused.
PATIENCE = 2
# Seconds without any progress until the process is stuck. Gunicorn's `timeout` later
# it is killed: within 30 seconds, but not while SQLite waits for a lock.
STUCK = 12
# Seconds of one request until the process is stuck: longer than all time-outs of
# database, lock and mail together, and than nginx waits. It is generous as uploads
# are slow without a proxy that reads them first.
LONGEST = 300
POLL = 0.05  # seconds
# Responds without the database.
DIRECT = {"/health/live"}


class Pool:
    """A WSGI application that runs another one in `threads` threads of its own.

    While none of them makes progress, requests that wait for one get the response of
    the WSGI application `busy`. A response is sent outside of these threads, so that a
    download takes none of them, and may take its time.
    """

    def __init__(
        self,
        application,
        busy,
        threads,
        patience=PATIENCE,
        stuck=STUCK,
        longest=LONGEST,
    ):
        self.application, self.busy, self.threads = application, busy, threads
        self.patience, self.stuck, self.longest = patience, stuck, longest
        self.executor = ThreadPoolExecutor(threads, thread_name_prefix="django")
        self.running, self.progress = {}, time.monotonic()
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
        """Whether all threads are without progress, or one request, for too long."""
        now = time.monotonic()
        with self._lock:
            oldest = min(self.running.values(), default=now)
        return now - oldest > self.longest or self._is_blocked(self.stuck)

    def _is_blocked(self, limit):
        # Without this count, a quiet site would look like one without progress.
        return len(self.running) == self.threads and self.idle > limit

    def _run(self, environ, start_response):
        thread = threading.get_ident()
        with self._lock:
            self.running[thread] = self.progress = time.monotonic()
        try:
            return self.application(environ, start_response)
        finally:
            with self._lock:
                del self.running[thread]
                self.progress = time.monotonic()
