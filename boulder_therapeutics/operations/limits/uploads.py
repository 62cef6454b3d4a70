import os
import threading
from contextlib import suppress

from django.core.files.storage import FileSystemStorage


class FolderStorage(FileSystemStorage):
    """A folder in which a file that does not fit on the disk leaves nothing."""

    _tried = threading.local()

    def get_available_name(self, name, max_length=None):
        # Also called if another upload took the name in the meantime.
        self._tried.name = super().get_available_name(name, max_length)
        return self._tried.name

    def _save(self, name, content):
        self._tried.name = name
        try:
            return super()._save(name, content)
        except OSError:
            with suppress(OSError):
                os.remove(self.path(self._tried.name))
            raise
