"""A limit to how long a process waits for a PostgreSQL server that is silent.

The server ends long statements by itself (`settings/environment.py`), but its response
may never arrive, and the client library then waits for as long as the line is open.
"""

import select
import time
from importlib import import_module

from django.db import connection

# Longer than the limits of the server, whose errors say more.
SECONDS = 4.5


def limit_waits(seconds=SECONDS):
    """Make all waits for PostgreSQL in this process fail after `seconds`.

    Not for management commands, where migrations may take longer.
    """
    if connection.vendor == "postgresql":
        Limit(seconds).install()


class Limit:
    """A function that psycopg2 calls to wait for the server."""

    def __init__(self, seconds):
        self.seconds = seconds
        # Imported only where it is used, as it takes memory.
        self.psycopg2 = import_module("psycopg2")
        self.extensions = import_module("psycopg2.extensions")
        self.events = {
            self.extensions.POLL_READ: select.POLLIN,
            self.extensions.POLL_WRITE: select.POLLOUT,
        }

    def install(self):
        self.extensions.set_wait_callback(self)

    def __call__(self, connection):
        """Wait until `connection` is ready; raise OperationalError when it is late."""
        deadline = time.monotonic() + self.seconds
        while (state := connection.poll()) != self.extensions.POLL_OK:
            poller = select.poll()
            poller.register(connection.fileno(), self.events[state])
            if not poller.poll(max(0, deadline - time.monotonic()) * 1000):
                raise self.psycopg2.OperationalError("The database does not respond.")
