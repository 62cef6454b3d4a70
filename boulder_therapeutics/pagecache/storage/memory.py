"""Entries in the memory of this process."""

import threading
from collections import OrderedDict


class MemoryStore:
    """The most recently used entries, up to a number of bytes."""

    def __init__(self, max_bytes):
        self.max_bytes, self.size = max_bytes, 0
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
        """Store an entry, evicting the least recently used ones when full."""
        with self._lock:
            if old := self.entries.pop(key, None):
                self.size -= old.size
            self.entries[key] = entry
            self.size += entry.size
            while self.size > self.max_bytes:
                self.size -= self.entries.popitem(last=False)[1].size
