"""Write an export: into a temporary folder beside its own, which then is renamed."""

import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from ..folder import (
    CHECKSUMS,
    FORMAT,
    MANIFEST,
    VERSION,
    WXR,
    TransferError,
    digest,
    write_json,
)
from .media import export_media
from .pages import export_pages
from .rows import export_rows
from .snapshot import snapshot
from .wordpress.write import open_wxr


def export_site(folder, *, with_personal_data=False, progress=lambda step: None):
    """Write everything that the site holds into a new folder; return its manifest."""
    folder = Path(folder).absolute()
    check_target(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished = tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent)
    except OSError as error:
        raise TransferError(f"{folder}: {error.strerror}.") from error
    try:
        manifest = write_all(Path(unfinished), with_personal_data, progress)
        # An empty folder is replaced.
        Path(unfinished).rename(folder)
    except OSError as error:
        raise TransferError(f"{error.filename}: {error.strerror}.") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return manifest


def check_target(folder):
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise TransferError(f"{folder} exists already. Name a new folder.")


def write_all(folder, with_personal_data, progress):
    with snapshot():
        numbers = export_rows(folder, with_personal_data, progress)
        missing = export_media(folder, progress)
    # Rendering pages may create rows, such as settings that nobody has saved yet.
    with open_wxr(folder / WXR, with_personal_data) as wxr:
        pages = export_pages(folder, wxr, with_personal_data, progress)
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "created": timezone.now().isoformat(),
        "site": settings.SITE_URL,
        "personal_data": with_personal_data,
        "markdown_pages": pages,
        "missing_media": missing,
        "rows": numbers,
    }
    write_checksums(folder, progress)
    write_json(folder / MANIFEST, manifest)
    return manifest


def write_checksums(folder, progress):
    """List the digests of all files, as `sha256sum --check` reads them."""
    progress("Writing checksums")
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    with (folder / CHECKSUMS).open("w", encoding="utf-8", newline="\n") as file:
        for path in paths:
            file.write(f"{digest(path)}  {path.relative_to(folder).as_posix()}\n")
