"""When each tag was last purged, known to all processes at once.

There is one sequence of purges. Each tag has the number of its last one, so an answer
is right as long as no tag of it has a higher number than the sequence had when the
making of the answer began.
"""

import fcntl
import mmap
import os
import threading
import time
from zlib import crc32

ALL = "all"
GONE = "gone:"
NUMBER = 8  # bytes


class MachineStamps:
    """Stamps in a piece of memory that all processes of a machine look at.

    Tags that share one of the places, which is rare, are purged together.
    """

    PLACES = 1 << 17
    SIZE = NUMBER * (1 + PLACES)

    def __init__(self, folder):
        self.path = os.path.join(folder, "stamps")
        self._lock = threading.Lock()
        self._file = self._memory = None

    def current(self):
        """Return the number of the last purge."""
        return self._numbers()[0]

    def newest(self, tags):
        """Return the highest number that one of the tags has."""
        numbers = self._numbers()
        return max(numbers[_place(tag)] for tag in tags)

    def purge(self, tags):
        """Give the tags the next number."""
        numbers = self._numbers()
        with self._lock:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            _purge(numbers, tags)
            fcntl.lockf(self._file, fcntl.LOCK_UN)

    def _numbers(self):
        # A file that somebody has deleted is no longer what the others look at.
        if self._file is None or not os.fstat(self._file).st_nlink:
            with self._lock:
                self._open()
        return self._memory

    def _open(self):
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.lockf(file, fcntl.LOCK_EX)
        is_new = os.fstat(file).st_size != self.SIZE
        os.ftruncate(file, self.SIZE)
        self._memory = memoryview(mmap.mmap(file, self.SIZE)).cast("Q")
        if is_new:
            # Whatever was made before there was this file is not trusted.
            _purge(self._memory, [ALL, GONE + ALL])
        fcntl.lockf(file, fcntl.LOCK_UN)
        # Last, because other threads go by it. The one before is never closed, since
        # one of them may still use it.
        self._file = file


def _place(tag):
    return 1 + crc32(tag.encode()) % MachineStamps.PLACES


def _purge(numbers, tags):
    number = max(numbers[0] + 1, time.time_ns() // 1000)
    for tag in tags:
        numbers[_place(tag)] = number
    # Last, because it is what makes others look at the places again.
    numbers[0] = number
