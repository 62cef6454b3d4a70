"""Check an export, before anything is imported, and the database that is to hold it."""

import json
import re

from django.apps import apps

from wagtail.models import Page

from boulder_therapeutics.operations.site import SECTION_DEPTH

from ..contents import EXPORTED
from ..folder import (
    CHECKSUMS,
    FORMAT,
    MANIFEST,
    VERSION,
    TransferError,
    data_path,
    digest,
)

LINE = re.compile(r"([0-9a-f]{64})  (.+)")
# The files that are imported; others may be missing or changed.
IMPORTED = ("data/", "media/")
EMPTY = [
    "auth.User",
    "images.CustomImage",
    "wagtaildocs.Document",
    "core.Person",
    "blog.Category",
    "comments.Comment",
    "core.ContactMessage",
    "wagtailcore.Revision",
]


def check_folder(folder):
    """Return the manifest of an export that is complete and unchanged."""
    if not folder.is_dir():
        raise TransferError(f"There is no folder {folder}.")
    manifest = read_manifest(folder)
    sums = dict(read_checksums(folder))
    for label in manifest["rows"]:
        if data_path(folder, label).relative_to(folder).as_posix() not in sums:
            raise TransferError(f"{CHECKSUMS} does not list the rows of {label}.")
    for name, expected in sums.items():
        check_file(folder, name, expected)
    return manifest


def read_manifest(folder):
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except OSError as error:
        raise TransferError(f"{MANIFEST}: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise TransferError(f"{MANIFEST} is not JSON: {error}.") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise TransferError(f"{MANIFEST} is not that of an export of this site.")
    check_version(manifest)
    return manifest


def check_version(manifest):
    version, rows = manifest.get("version"), manifest.get("rows")
    if isinstance(version, int) and version > VERSION:
        raise TransferError(
            f"A newer version of the site wrote this export: its format is {version}, "
            f"and this version reads up to {VERSION}. Update the site first."
        )
    if type(version) is not int or version < 1 or not isinstance(rows, dict):
        raise TransferError(f"{MANIFEST} has no valid “version” and “rows”.")
    if unknown := sorted(set(rows) - set(EXPORTED)):
        raise TransferError(f"Tables that are not known: {', '.join(unknown)}.")


def read_checksums(folder):
    """Yield the name and the digest of each file that is imported."""
    try:
        lines = (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise TransferError(f"{CHECKSUMS}: {error.strerror}.") from error
    except ValueError as error:
        raise TransferError(f"{CHECKSUMS} is not text.") from error
    for number, line in enumerate(lines, start=1):
        if not (match := LINE.fullmatch(line)):
            raise TransferError(f"{CHECKSUMS}, line {number}: not a checksum.")
        if match[2].startswith(IMPORTED):
            yield match[2], match[1]


def check_file(folder, name, expected):
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise TransferError(f"“{name}” is not in the folder.")
    if not path.is_file():
        raise TransferError(f"The file {name} is missing.")
    if digest(path) != expected:
        raise TransferError(f"{name} is not as it was exported: its checksum differs.")


def check_database():
    """Refuse a database in which somebody has worked.

    The empty sections that a new site gets when it first starts do not count.
    """
    rows = {label: apps.get_model(label).objects.all() for label in EMPTY}
    rows["wagtailcore.Page"] = Page.objects.filter(depth__gt=SECTION_DEPTH)
    found = [
        f"{number} {rows[label].model._meta.verbose_name_plural}"
        for label in rows
        if (number := rows[label].count())
    ]
    if found:
        raise TransferError(
            f"This site is not empty: {', '.join(found)}. Import into a new database, "
            "after “manage.py migrate” and nothing else."
        )
