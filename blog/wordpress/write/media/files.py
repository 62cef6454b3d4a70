"""The folder of uploads, as a folder or an archive; nothing outside of it is read."""

import re
import zipfile
from collections import defaultdict
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from ...convert.links import variants
from ...read.errors import ExportError

MAX_BYTES = 200_000_000  # of one file
MAX_RATIO = 500
MAX_ENTRIES = 500_000
MONTH = re.compile(r"(?:^|/)\d{4}/\d{2}/")
PREFIXES = ("", "uploads/", "wp-content/uploads/")


def open_uploads(path):
    """Return the uploads at `path`, which is a folder, an archive, or "" for none."""
    if not path:
        return NoUploads()
    path = Path(path)
    if path.is_dir():
        return FolderUploads(path)
    if zipfile.is_zipfile(path):
        return ArchiveUploads(path)
    raise ExportError(f"{path} is neither a folder nor a ZIP archive.")


class NoUploads:
    def find(self, name):
        return None


class Uploads:
    """Finds a file by its path, by that of its original, or by a unique name."""

    def __init__(self, names):
        # Macs write the accents of names apart from their letters.
        self.names = {normalize("NFC", name): name for name in names}
        self.by_name = defaultdict(list)
        for name in self.names:
            self.by_name[PurePosixPath(name).name.lower()].append(name)

    def find(self, name):
        """Return the name of the file in here for a path in the uploads, or None."""
        name = normalize("NFC", name or "")
        if not name or ".." in PurePosixPath(name).parts:
            return None
        for candidate in variants(name):
            for prefix in PREFIXES:
                if prefix + candidate in self.names:
                    return self.names[prefix + candidate]
        return self.names.get(self._by_name(name))

    def _by_name(self, name):
        month = MONTH.search(name)
        for candidate in variants(PurePosixPath(name).name.lower()):
            found = self.by_name.get(candidate, [])
            ending = [f for f in found if f.lower().endswith(f"/{name.lower()}")]
            # A file of another month is another one with the same name.
            found = ending or [f for f in found if not (month and MONTH.search(f))]
            if len(found) == 1:
                return found[0]
        return None


class FolderUploads(Uploads):
    def __init__(self, folder):
        self.folder = folder.resolve()
        super().__init__(list(self._list()))

    def _list(self):
        for path in self.folder.rglob("*"):
            # Links may lead out of the folder.
            if path.is_file() and self.folder in path.resolve().parents:
                yield path.relative_to(self.folder).as_posix()

    def read(self, name):
        path = self.folder / name
        if path.stat().st_size > MAX_BYTES:
            raise ValueError(f"it is larger than {MAX_BYTES // 1_000_000} MB")
        return path.read_bytes()


class ArchiveUploads(Uploads):
    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        entries = [info for info in self.archive.infolist() if not info.is_dir()]
        if len(entries) > MAX_ENTRIES:
            raise ExportError(f"{path.name}: more than {MAX_ENTRIES:,} files.")
        super().__init__([info.filename for info in entries])

    def read(self, name):
        info = self.archive.getinfo(name)
        if info.file_size > min(MAX_BYTES, MAX_RATIO * max(info.compress_size, 1000)):
            raise ValueError("it is too large, or suspiciously well compressed")
        try:
            return self.archive.read(info)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            raise ValueError(f"it cannot be unpacked ({error})") from error
