"""Locks so that a page is rendered once when many visitors request it at once."""

import fcntl
import os
import time
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

MAX_WAIT = 10  # seconds
POLL = 0.002  # seconds
LOCKS = 256


class RenderLocks:
    """File locks, shared by all threads and processes of a machine."""

    def __init__(self, folder):
        self.folder = Path(folder) / "locks"

    @contextmanager
    def lock(self, key):
        """Hold the lock of a cache key, or go on without it after MAX_WAIT."""
        file = self._open(key)
        try:
            if file is not None:
                _wait_for(file)
            yield
        finally:
            if file is not None:
                os.close(file)

    def _open(self, key):
        path = self.folder / str(crc32(key.encode()) % LOCKS)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:  # the disk is full or read-only
            return None


def _wait_for(file):
    deadline = time.monotonic() + MAX_WAIT
    while time.monotonic() < deadline:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(POLL)
