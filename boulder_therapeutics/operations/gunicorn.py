"""How gunicorn serves the site; read by `manage.py serve`."""

import socket
import struct
from pathlib import Path

from django.conf import settings

from boulder_therapeutics.images import making
from boulder_therapeutics.mail import outbox

from . import scheduler
from .worker import FairWorker

worker_class = FairWorker
workers = settings.WEB_CONCURRENCY
threads = settings.WEB_THREADS
# The workers share the memory of what is loaded before they are.
preload_app = True
# A new worker now and then, not all at once, in case one grows.
max_requests = 100_000
max_requests_jitter = 10_000
graceful_timeout = 20
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108 - the sign of life, kept off a slow disk
    worker_tmp_dir = "/dev/shm"  # noqa: S108

SILENCE = struct.pack("ll", 10, 0)  # seconds, and millionths of one


def when_ready(server):
    """Let no visitor who falls silent hold a thread; connections inherit the limit."""
    for listener in server.LISTENERS:
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            listener.sock.setsockopt(socket.SOL_SOCKET, option, SILENCE)


def post_worker_init(worker):
    """Do what an earlier process has left, and what is due from time to time."""
    outbox.wake()
    scheduler.start()
    making.work_in_thread()
