"""Entries as files, shared by the processes of one machine."""

import os
import random
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from ..entries import Entry


class FileStore:
    """Entries as files, up to a number of them."""

    MAX_FILES = 10_000
    # One store in this many looks for files to evict.
    EVICTION_ODDS = 200

    def __init__(self, folder):
        self.folder = Path(folder)

    def get(self, key):
        """Return an entry, or None."""
        try:
            return Entry.loads(self._path(key).read_bytes())
        except (FileNotFoundError, ValueError):
            return None

    def set(self, key, entry):
        """Store an entry."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.folder, prefix="new-")
        try:
            with open(handle, "wb") as file:
                file.write(entry.dumps())
            os.replace(name, path)
        except OSError:  # the disk is full
            os.unlink(name)
            raise
        if random.randrange(self.EVICTION_ODDS) == 0:  # noqa: S311
            self._evict()

    def delete(self, key):
        """Delete an entry, if there is one."""
        self._path(key).unlink(missing_ok=True)

    def delete_if(self, condition):
        """Delete the entries for whose version and tags `condition` is true."""
        for path in self.folder.glob("??/*"):
            try:
                with open(path, "rb") as file:
                    head = Entry.loads_head(file.readline())
            except (FileNotFoundError, ValueError):
                continue
            if condition(*head):
                path.unlink(missing_ok=True)

    def _path(self, key):
        name = sha256(key.encode()).hexdigest()
        return self.folder / name[:2] / name[2:40]

    def _evict(self):
        files = [file for file in self.folder.glob("??/*") if file.is_file()]
        if len(files) > self.MAX_FILES:
            files.sort(key=lambda file: file.stat().st_mtime)
            for file in files[: -self.MAX_FILES * 9 // 10]:
                file.unlink(missing_ok=True)
        for file in self.folder.glob("new-*"):
            if file.stat().st_mtime < time.time() - 60:
                file.unlink(missing_ok=True)
