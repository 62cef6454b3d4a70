import os
from contextlib import suppress

from django.core.files.storage import FileSystemStorage


class FolderStorage(FileSystemStorage):
    """A folder in which a file that does not fit on the disk leaves nothing."""

    def _save(self, name, content):
        try:
            return super()._save(name, content)
        except OSError:
            with suppress(OSError):
                os.remove(self.path(name))
            raise
