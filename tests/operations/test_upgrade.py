"""New code under load: a second server takes over the socket of the first."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT / "tests" / "operations" / "process_server.py"
LIMIT = 60  # seconds
VISITORS = 6


def worker_at(url):
    """Return the ID of the process that responds."""
    return int(urlopen(url, timeout=LIMIT).read())


@pytest.fixture
def server():
    port = free_port()
    command = [sys.executable, SERVER, str(port)]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=env, start_new_session=True)
    process.url = f"http://127.0.0.1:{port}"
    yield process
    os.killpg(process.pid, signal.SIGTERM)


def wait_until_ready(server):
    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline and server.poll() is None:
        with suppress(OSError):
            return worker_at(server.url)
    raise AssertionError("The server does not start.")


def test_no_request_fails_while_a_new_process_takes_over(server):
    wait_until_ready(server)
    server.send_signal(signal.SIGUSR2)
    deadline, seen = time.monotonic() + LIMIT, []
    with ThreadPoolExecutor(VISITORS) as visitors:
        while server.poll() is None and time.monotonic() < deadline:
            seen += visitors.map(worker_at, [server.url] * VISITORS)
    assert server.returncode == 0
    assert worker_at(server.url) not in seen[:VISITORS]
