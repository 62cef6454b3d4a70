"""The files of an export: XML, compressed or not, whole or in parts."""

import gzip
import shutil
import tempfile
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from .errors import ExportError

CHUNK = 1 << 18  # bytes
MAX_ENTRIES = 2_000
# Exports compress to between a tenth and a twentieth.
MAX_RATIO = 250
RATIO_MATTERS_ABOVE = 50_000_000  # bytes
GZIP, ZIP = b"\x1f\x8b", b"PK"


@dataclass
class Export:
    """The files of one export, which can be read any number of times."""

    paths: list[Path]
    # Where standard input was copied to, because it can be read only once.
    spool: object = field(default=None, repr=False)
    # How many of the bytes of `size` were read, since the first part was asked for.
    done: int = 0

    @classmethod
    def from_stdin(cls, stream):
        spool = tempfile.NamedTemporaryFile(suffix=".xml")  # noqa: SIM115
        shutil.copyfileobj(stream, spool)
        spool.flush()
        return cls([Path(spool.name)], spool)

    @property
    def names(self):
        return [path.name for path in self.paths]

    @property
    def size(self):
        """The number of bytes on the disk, compressed or not."""
        return sum(path.stat().st_size for path in self.paths)

    def parts(self):
        """Yield the name and an iterator of the bytes of each XML file, in order."""
        before = 0
        for path in self.paths:
            try:
                for name, chunks, tell in _parts_of(path):
                    yield name, self._counted(chunks, before, tell)
                before += path.stat().st_size
            except OSError as error:
                reason = error.strerror or "not a readable archive"
                raise ExportError(f"{path.name}: {reason}.") from error

    def _counted(self, chunks, before, tell):
        for chunk in chunks:
            self.done = before + tell()
            yield chunk


def _parts_of(path):
    """Yield the name and chunks of each XML file, and a function.

    It returns how many bytes at `path` were read, which may be compressed.
    """
    with path.open("rb") as file:
        start = file.read(2)
    if start == ZIP:
        yield from _zip_parts(path)
    elif start == GZIP:
        with path.open("rb") as raw, _readable(path.name), gzip.open(raw) as file:
            yield path.name, _chunks(file, path.name, path.stat().st_size), raw.tell
    else:
        with path.open("rb") as file:
            yield path.name, _chunks(file, path.name), file.tell


def _zip_parts(path):
    before = 0
    with (
        path.open("rb") as raw,
        _readable(path.name),
        zipfile.ZipFile(raw) as archive,
    ):
        entries = [info for info in archive.infolist() if _is_xml(info.filename)]
        if len(entries) > MAX_ENTRIES:
            raise ExportError(f"{path.name}: more than {MAX_ENTRIES:,} files.")
        if not entries:
            raise ExportError(f"{path.name}: no .xml file in this archive.")
        for info in sorted(entries, key=lambda info: info.filename):
            name = f"{path.name}/{info.filename}"
            with archive.open(info) as file:
                # The files of an archive are in any order.
                offset = before - raw.tell()
                tell = lambda offset=offset: offset + raw.tell()  # noqa: E731
                yield name, _chunks(file, name, info.compress_size), tell
            before += info.compress_size


def _is_xml(name):
    path = PurePosixPath(name)
    return path.suffix.lower() == ".xml" and path.parts[0] != "__MACOSX"


def _chunks(file, name, compressed_size=None):
    """Yield the bytes of `file`; stop if it is suspiciously well compressed."""
    total = 0
    with _readable(name):
        while chunk := file.read(CHUNK):
            total += len(chunk)
            if compressed_size is not None and total > RATIO_MATTERS_ABOVE:
                _check_ratio(name, total, compressed_size)
            yield chunk


def _check_ratio(name, total, compressed_size):
    if total > MAX_RATIO * compressed_size:
        raise ExportError(f"{name}: unpacks to more than {MAX_RATIO} times its size.")


@contextmanager
def _readable(name):
    try:
        yield
    except (EOFError, zipfile.BadZipFile, zlib.error, gzip.BadGzipFile) as error:
        raise ExportError(f"{name}: the archive is damaged ({error}).") from error
    except (RuntimeError, NotImplementedError) as error:  # encrypted, or odd methods
        raise ExportError(f"{name}: the archive cannot be read ({error}).") from error
