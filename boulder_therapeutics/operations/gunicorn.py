"""The configuration of gunicorn, as started by `manage.py serve`."""

import os
import signal
import socket
import struct
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from boulder_therapeutics.pagecache import invalidate_all

from .background import start_background_work
from .limits.database import limit_waits
from .limits.pool import SPARE
from .workarounds import FairWorker

worker_class = FairWorker
workers = settings.WEB_CONCURRENCY
threads = settings.WEB_THREADS + SPARE
# Workers share the memory of what is loaded before they are forked.
preload_app = True
# Replace workers now and then, not all at once, in case their memory grows.
max_requests = 100_000
max_requests_jitter = 10_000
graceful_timeout = 20
# After STUCK seconds without progress (limits/pool.py), 27 in all.
timeout = 15
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108 - heartbeats must not wait for a slow disk
    worker_tmp_dir = "/dev/shm"  # noqa: S108

TIMEOUT = struct.pack("ll", 10, 0)  # seconds, microseconds


def when_ready(server):
    """Time out silent clients, which would occupy a thread each.

    Connections inherit the option from the socket that accepts them.
    """
    for listener in server.LISTENERS:
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            listener.sock.setsockopt(socket.SOL_SOCKET, option, TIMEOUT)


def post_worker_init(worker):
    """Start the background work of a new worker process."""
    limit_waits()
    start_background_work()
    stop_predecessor()


def stop_predecessor():
    """Stop the server that started this one with new code, after SIGUSR2.

    It finishes its requests; both have accepted connections from the same socket.
    """
    if predecessor := os.environ.get("GUNICORN_PID"):
        with suppress(ProcessLookupError):
            os.kill(int(predecessor), signal.SIGTERM)


def on_exit(server):
    """Invalidate what the old code has cached since the new one started."""
    if server.reexec_pid:
        invalidate_all()
