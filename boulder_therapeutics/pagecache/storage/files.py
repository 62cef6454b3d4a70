"""Where entries are: in the process, and behind that where all processes find them."""

import fcntl
import os
import random
import tempfile
import threading
import time
from collections import OrderedDict
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from ..entries import Entry

LONGEST_WAIT = 10  # seconds
PAUSE = 0.002
LOCKS = 256


class Memory:
    """The entries that this process used last, up to a number of bytes."""

    def __init__(self, most_bytes):
        self.most_bytes, self.size = most_bytes, 0
        self.entries, self._lock = OrderedDict(), threading.Lock()

    def get(self, key):
        """Return an entry, or None."""
        entry = self.entries.get(key)
        if entry is not None:
            with self._lock:
                if key in self.entries:
                    self.entries.move_to_end(key)
        return entry

    def set(self, key, entry):
        """Keep an entry, in place of those not used for the longest time."""
        with self._lock:
            if old := self.entries.pop(key, None):
                self.size -= old.size
            self.entries[key] = entry
            self.size += entry.size
            while self.size > self.most_bytes:
                self.size -= self.entries.popitem(last=False)[1].size


class FileStore:
    """Entries as files, up to a number of them."""

    MOST_FILES = 10_000
    # So often, in one store of this many, the oldest files are looked for.
    TIDY = 200

    def __init__(self, folder):
        self.folder = Path(folder)

    def get(self, key):
        """Return an entry, or None."""
        try:
            return Entry.loads(self._path(key).read_bytes())
        except (FileNotFoundError, ValueError):
            return None

    def set(self, key, entry):
        """Keep an entry."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.folder, prefix="new-")
        with open(handle, "wb") as file:
            file.write(entry.dumps())
        os.replace(name, path)
        if random.randrange(self.TIDY) == 0:  # noqa: S311
            self._tidy()

    def _path(self, key):
        name = sha256(key.encode()).hexdigest()
        return self.folder / name[:2] / name[2:40]

    def _tidy(self):
        files = [file for file in self.folder.glob("??/*") if file.is_file()]
        if len(files) > self.MOST_FILES:
            files.sort(key=lambda file: file.stat().st_mtime)
            for file in files[: -self.MOST_FILES * 9 // 10]:
                file.unlink(missing_ok=True)
        for file in self.folder.glob("new-*"):
            if file.stat().st_mtime < time.time() - 60:
                file.unlink(missing_ok=True)


class Queue:
    """Lets one of all threads and processes of the machine make an answer at a time."""

    def __init__(self, folder):
        self.folder = Path(folder) / "locks"

    @contextmanager
    def turn(self, key):
        """Wait for the others that make the answer with `key`, but not for ever."""
        file = self._open(key)
        try:
            if file is not None:
                _wait(file)
            yield
        finally:
            if file is not None:
                os.close(file)

    def _open(self, key):
        path = self.folder / str(crc32(key.encode()) % LOCKS)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:  # a disk that nothing can be written to
            return None


def _wait(file):
    deadline = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < deadline:
        try:
            return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(PAUSE)
