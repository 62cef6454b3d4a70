"""The version of each tag: when it was last invalidated, for all processes at once.

There is one sequence of invalidations. A response is valid as long as none of its tags
has a higher version than the sequence had when its rendering began.
"""

import fcntl
import mmap
import os
import threading
import time
from zlib import crc32

ALL = "all"
GONE = "gone:"
BYTES = 8  # of a version


class MachineVersions:
    """Versions in a memory-mapped file that all processes of a machine share.

    Tags that share a slot, which is rare, are invalidated together.
    """

    SLOTS = 1 << 17
    SIZE = BYTES * (1 + SLOTS)

    def __init__(self, folder):
        self.path = os.path.join(folder, "versions")
        self._lock = threading.Lock()
        self._file = self._memory = None

    def current(self):
        """Return the version of the last invalidation."""
        return self._versions()[0]

    def newest(self, tags):
        """Return the highest version of `tags`."""
        versions = self._versions()
        return max(versions[_slot(tag)] for tag in tags)

    def invalidate(self, tags):
        """Give `tags` the next version."""
        versions = self._versions()
        with self._lock:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            _invalidate(versions, tags)
            fcntl.lockf(self._file, fcntl.LOCK_UN)

    def _versions(self):
        # A deleted file is no longer the one that the other processes look at.
        if self._file is None or not os.fstat(self._file).st_nlink:
            with self._lock:
                self._open()
        return self._memory

    def _open(self):
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            is_new = self._allocate(file)
            self._memory = memoryview(mmap.mmap(file, self.SIZE)).cast("Q")
        except OSError:
            os.close(file)
            raise
        if is_new:
            # Nothing cached before this file existed is trusted.
            _invalidate(self._memory, [ALL, GONE + ALL])
        fcntl.lockf(file, fcntl.LOCK_UN)
        # Last, because other threads check it. The previous file is never closed, as
        # one of them may still use it.
        self._file = file

    def _allocate(self, file):
        """Lock the file and return whether it is new; raise OSError without space.

        The kernel kills a process that writes to mapped memory without space on disk.
        """
        fcntl.lockf(file, fcntl.LOCK_EX)
        is_new = os.fstat(file).st_size != self.SIZE
        try:
            os.posix_fallocate(file, 0, self.SIZE)
        except OSError:
            if is_new:
                os.ftruncate(file, 0)
            raise
        return is_new


def _slot(tag):
    return 1 + crc32(tag.encode()) % MachineVersions.SLOTS


def _invalidate(versions, tags):
    version = max(versions[0] + 1, time.time_ns() // 1000)
    for tag in tags:
        versions[_slot(tag)] = version
    # Last, because a new value here makes other processes look at the slots again.
    versions[0] = version
