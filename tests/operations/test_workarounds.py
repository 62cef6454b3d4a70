"""How the processes of the server share connections."""

import subprocess
import sys
import time
from collections import Counter
from http.client import HTTPConnection
from statistics import median

import pytest

from tests.ports import free_port

START_LIMIT = 30  # seconds
CONNECTIONS, ROUNDS = 40, 9


@pytest.fixture
def port():
    """The port of gunicorn with two processes."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--workers=2", "--threads=4"]
    command += ["--worker-class=boulder_therapeutics.operations.workarounds.FairWorker"]
    command += [f"--bind=127.0.0.1:{port}", "--no-control-socket"]
    server = subprocess.Popen([*command, "tests.operations.process_app"])
    yield port
    server.terminate()
    server.wait(30)


def connect(port):
    """Open connections at once; return the number of responses of each process."""
    connections = [HTTPConnection("127.0.0.1", port) for _ in range(CONNECTIONS)]
    for connection in connections:
        connection.connect()
    for connection in connections:
        connection.request("GET", "/")
    responses = Counter(connection.getresponse().read() for connection in connections)
    for connection in connections:
        connection.close()
    return responses


def wait_for_both(port):
    """Connect until both processes have responded."""
    deadline, seen = time.monotonic() + START_LIMIT, set()
    while len(seen) < 2:
        assert time.monotonic() < deadline, seen
        try:
            seen |= connect(port).keys()
        except ConnectionError:
            time.sleep(0.1)


def test_simultaneous_connections_are_shared_by_the_processes(port):
    wait_for_both(port)
    # The median, as on a busy machine one process may be late.
    busier = median(max(connect(port).values()) for _ in range(ROUNDS))
    assert busier < 0.8 * CONNECTIONS
