"""Import an export: all of it, or nothing."""

from pathlib import Path

from django.core.management import call_command
from django.db import transaction

from wagtail.models import Site

from ..signals import site_imported
from .check import check_database, check_folder
from .media import restored_media
from .rows import replace_rows

CHUNK = 100  # pages that are indexed together


def import_site(folder, *, progress=lambda step: None):
    """Make this site, which must be empty, that of the export; return its manifest."""
    folder = Path(folder).absolute()
    progress("Checking the files")
    manifest = check_folder(folder)
    missing = set(map(str, manifest.get("missing_media") or []))
    check_database()
    with transaction.atomic():
        replace_rows(folder, manifest["rows"], progress)
        with restored_media(folder, missing, progress):
            rebuild_indexes(progress)
            site_imported.send(sender=None)
    return manifest


def rebuild_indexes(progress):
    """Make search, and Wagtail's list of what refers to what, those of the rows."""
    Site.clear_site_root_paths_cache()
    progress("Indexing what refers to what")
    call_command("rebuild_references_index", verbosity=0, chunk_size=CHUNK)
    progress("Indexing for the search")
    call_command("update_index", verbosity=0, chunk_size=CHUNK)
