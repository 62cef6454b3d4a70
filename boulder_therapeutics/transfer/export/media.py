"""Copies of the originals of images and documents."""

import shutil

from ..contents import file_names
from ..folder import TransferError, media_path


def export_media(folder, progress):
    """Copy the uploaded files; return the names of those that are missing."""
    missing = []
    for field, name in file_names():
        progress(f"Copying {name}")
        try:
            copy(field.storage, name, media_path(folder, name))
        except (OSError, TransferError):
            missing.append(name)
    return missing


def copy(storage, name, path):
    with storage.open(name) as source:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as target:
            shutil.copyfileobj(source, target)
