"""New code under load: a second server takes over the socket of the first."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.operations.processes import LIMIT, serving, wait_until_ready, worker_at

VISITORS = 6


@pytest.fixture
def server():
    with serving("process_server.py") as process:
        yield process


def test_no_request_fails_while_a_new_process_takes_over(server):
    wait_until_ready(server)
    server.send_signal(signal.SIGUSR2)
    deadline, seen = time.monotonic() + LIMIT, []
    with ThreadPoolExecutor(VISITORS) as visitors:
        while server.poll() is None and time.monotonic() < deadline:
            seen += visitors.map(worker_at, [server.url] * VISITORS)
    assert server.returncode == 0
    assert worker_at(server.url) not in seen[:VISITORS]
