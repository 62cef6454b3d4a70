"""Locks between all threads and processes of a machine.

Machines do not share them, but the unique constraint of renditions makes encoding one
twice harmless, if wasteful.
"""

import fcntl
from contextlib import contextmanager

from django.conf import settings


@contextmanager
def machine_lock(name):
    """Hold a lock, waiting for the thread that holds it now, in whichever process."""
    folder = settings.VAR_DIR / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    # The file is closed, and so the lock released, even if the process is killed.
    with (folder / name).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
