"""The folder of an export: its files, and reading its manifest."""

import hashlib
import json
from pathlib import PurePosixPath

FORMAT, VERSION = "boulder-therapeutics-site", 1
MANIFEST, CHECKSUMS, WXR = "manifest.json", "checksums.txt", "wordpress.xml"


class TransferError(Exception):
    """An export or import that is not possible, with the reason in words."""


def data_path(folder, label):
    """Return the path of the rows of a table."""
    return folder / "data" / f"{label.lower()}.jsonl"


def media_path(folder, name):
    """Return the path of an uploaded file, whose `name` may come from anywhere."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise TransferError(f"“{name}” is not the name of a file in the export.")
    return folder / "media" / path


def digest(path):
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_json(path, data):
    text = json.dumps(data, ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8")
