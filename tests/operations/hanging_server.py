"""The server of `manage.py serve` with an application that hangs for ever at /hang."""

import sys
from threading import Event

import django

django.setup()

from boulder_therapeutics.operations import gunicorn  # noqa: E402
from boulder_therapeutics.operations.limits.pool import Pool  # noqa: E402
from boulder_therapeutics.operations.management.commands import serve  # noqa: E402
from tests.operations import process_app  # noqa: E402

THREADS = 2
STUCK, LONGEST = 1, 2  # seconds


def application(environ, start_response):
    if environ["PATH_INFO"] == "/hang":
        Event().wait()
    return process_app.application(environ, start_response)


def busy(environ, start_response):
    start_response("503 Busy", [])
    return []


gunicorn.workers, gunicorn.timeout = 1, 3
serve.get_pool = lambda: Pool(application, busy, THREADS, stuck=STUCK, longest=LONGEST)
serve.Server(f"127.0.0.1:{sys.argv[1]}").run()
