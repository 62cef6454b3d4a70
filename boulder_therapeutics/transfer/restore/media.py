"""Uploaded files, copied to where the site stores them."""

from contextlib import contextmanager
from hashlib import sha256

from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File

from ..contents import file_names
from ..folder import TransferError, digest, media_path


@contextmanager
def restored_media(folder, missing, progress):
    """Copy the files that rows name; remove them if the block fails."""
    written = []
    try:
        for field, name in file_names():
            if name not in missing:
                progress(f"Copying {name}")
                restore(field.storage, name, media_path(folder, name), written)
        yield
    except BaseException:
        for storage, name in written:
            storage.delete(name)
        raise


def restore(storage, name, path, written):
    """Copy a file under exactly this name."""
    if not path.is_file():
        raise TransferError(f"The file media/{name} is missing.")
    try:
        if storage.exists(name):
            check_same(storage, name, path)
            return
        with path.open("rb") as file:
            saved = storage.save(name, File(file))
    except (OSError, SuspiciousFileOperation) as error:
        raise TransferError(f"media/{name} cannot be stored: {error}") from error
    written.append((storage, saved))
    if saved != name:
        raise TransferError(f"media/{name} cannot be stored under this name.")


def check_same(storage, name, path):
    """Refuse to overwrite another file."""
    stored = sha256()
    with storage.open(name) as file:
        for chunk in file.chunks():
            stored.update(chunk)
    if stored.hexdigest() != digest(path):
        raise TransferError(
            f"The media folder has another file named {name}. Use an empty one."
        )
