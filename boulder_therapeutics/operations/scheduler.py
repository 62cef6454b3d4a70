"""Work that is due at a time rather than at a request.

The web process does it by itself, so that nothing depends on a cron job somebody may
forget. Of several processes the one that comes first does a piece of work.
"""

import logging
import threading

from django.core.cache import cache
from django.core.management import call_command
from django.db import close_old_connections

logger = logging.getLogger(__name__)

MINUTE, DAY = 60, 24 * 60 * 60  # seconds
chores = {}


def every(seconds):
    """Register the decorated function to be called every so many seconds."""

    def register(function):
        chores[f"chore-{function.__module__}.{function.__name__}"] = (seconds, function)
        return function

    return register


@every(MINUTE)
def publish_scheduled():
    """Publish and unpublish the pages whose time has come."""
    call_command("publish_scheduled", verbosity=0)


def do_chores():
    """Do what is due and not yet done by another process."""
    for name, (seconds, function) in chores.items():
        try:
            if cache.add(name, True, seconds):
                function()
        except Exception:
            logger.exception("%s failed", name)


def start():
    """Let this process do its share from now on."""
    threading.Thread(target=_run, name="clock", daemon=True).start()


def _run():
    pause = threading.Event()
    # A little less than a minute, so that a chore of each minute is never late.
    while not pause.wait(MINUTE - 5):
        close_old_connections()
        do_chores()
        close_old_connections()
