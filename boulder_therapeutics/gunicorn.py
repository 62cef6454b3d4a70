"""How gunicorn serves the site; read by `manage.py serve`."""

from pathlib import Path

from django.conf import settings

from boulder_therapeutics.core import outbox

worker_class = "gthread"
workers = settings.WEB_CONCURRENCY
threads = settings.WEB_THREADS
# The workers share the memory of what is loaded before they are.
preload_app = True
# A new worker now and then, not all at once, in case one grows.
max_requests = 2000
max_requests_jitter = 200
graceful_timeout = 20
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108 - the sign of life, kept off a slow disk
    worker_tmp_dir = "/dev/shm"  # noqa: S108


def post_worker_init(worker):
    """Do what an earlier process has left: send mails, make pictures."""
    # Not above: models are not loaded yet when the command reads this file.
    from boulder_therapeutics.core.pictures import making

    outbox.wake()
    making.work_in_thread()
