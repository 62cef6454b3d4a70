"""Scripts of this folder that serve the ID of their process."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 60  # seconds


@contextmanager
def serving(script, *arguments):
    """Run a script in a process group of its own, and add its URL to the process."""
    port = free_port()
    path = ROOT / "tests" / "operations" / script
    command = [sys.executable, path, str(port), *arguments]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=env, start_new_session=True)
    process.port, process.url = port, f"http://127.0.0.1:{port}"
    yield process
    os.killpg(process.pid, signal.SIGTERM)


def worker_at(url):
    """Return the ID of the process that responds."""
    return int(urlopen(url, timeout=LIMIT).read())


def wait_until_ready(server):
    """Return the ID of the process that responds first."""
    deadline = time.monotonic() + LIMIT
    while time.monotonic() < deadline and server.poll() is None:
        with suppress(OSError):
            return worker_at(server.url)
    raise AssertionError("The server does not start.")
