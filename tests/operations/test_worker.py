"""How the processes of the server share their visitors."""

import subprocess
import sys
import time
from collections import Counter
from http.client import HTTPConnection
from statistics import median

import pytest

from tests.ports import free_port

START_LIMIT = 30  # seconds
VISITORS, ROUNDS = 40, 9


@pytest.fixture
def port():
    """The port of a gunicorn with two processes that do nothing else."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--workers=2", "--threads=4"]
    command += ["--worker-class=boulder_therapeutics.operations.worker.FairWorker"]
    command += [f"--bind=127.0.0.1:{port}", "--no-control-socket"]
    server = subprocess.Popen([*command, "tests.operations.process_app"])
    yield port
    server.terminate()
    server.wait(30)


def ask(port):
    """Let visitors come at once; return how many each process has answered."""
    visitors = [HTTPConnection("127.0.0.1", port) for _ in range(VISITORS)]
    for visitor in visitors:
        visitor.connect()
    for visitor in visitors:
        visitor.request("GET", "/")
    answers = Counter(visitor.getresponse().read() for visitor in visitors)
    for visitor in visitors:
        visitor.close()
    return answers


def wait_for_both(port):
    """Ask until both processes are there; one of them may be later."""
    deadline, seen = time.monotonic() + START_LIMIT, set()
    while len(seen) < 2:
        assert time.monotonic() < deadline, seen
        try:
            seen |= ask(port).keys()
        except ConnectionError:
            time.sleep(0.1)


def test_visitors_who_come_at_once_are_shared_by_the_processes(port):
    wait_for_both(port)
    # On a busy machine, chance decides now and then.
    usual = median(max(ask(port).values()) for _ in range(ROUNDS))
    assert usual < 0.8 * VISITORS
