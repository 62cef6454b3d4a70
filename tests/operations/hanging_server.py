"""The server of `manage.py serve` with an application that hangs for ever at /hang.

Its only process has two threads for it. Its limits are short ones if there is a second
argument.
"""

import sys
from threading import Event

import django

django.setup()

from boulder_therapeutics.operations import gunicorn  # noqa: E402
from boulder_therapeutics.operations.limits.pool import Pool  # noqa: E402
from boulder_therapeutics.operations.management.commands import serve  # noqa: E402
from tests.operations import process_app  # noqa: E402

THREADS = 2


def application(environ, start_response):
    if environ["PATH_INFO"] == "/hang":
        Event().wait()
    return process_app.application(environ, start_response)


def busy(environ, start_response):
    start_response("503 Busy", [])
    return []


limits = {}
gunicorn.workers = 1
if sys.argv[2:]:
    limits, gunicorn.timeout = {"stuck": 1, "longest": 2}, 3  # seconds
serve.get_pool = lambda: Pool(application, busy, THREADS, **limits)
serve.Server(f"127.0.0.1:{sys.argv[1]}").run()
