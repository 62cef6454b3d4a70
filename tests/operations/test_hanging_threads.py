"""A process whose requests hang is replaced; its limits are short ones here."""

import socket
import time
from contextlib import ExitStack, suppress

import pytest

from tests.operations.processes import serving, wait_until_ready, worker_at

LIMIT = 30  # seconds


@pytest.fixture
def server():
    with serving("hanging_server.py", "soon") as process:
        yield process


def hang(server):
    """Send a request that never ends."""
    connection = socket.create_connection(("127.0.0.1", server.port))
    connection.sendall(b"GET /hang HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return connection


def next_worker(server, old):
    """Return the worker that replaces `old`, or `old` if none does in time."""
    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline:
        with suppress(OSError):
            if (worker := worker_at(server.url)) != old:
                return worker
    return old


@pytest.mark.parametrize("number", [1, 2], ids=["one of two threads", "all threads"])
def test_worker_with_threads_that_hang_is_replaced(server, number):
    old = wait_until_ready(server)
    with ExitStack() as requests:
        for _ in range(number):
            requests.enter_context(hang(server))
        assert next_worker(server, old) != old
