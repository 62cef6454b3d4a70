"""Exports that were started in the admin, written by the web processes.

Each in a process of its own, as rendering all pages needs time and memory. If that
process ends early, whoever looks next begins anew.
"""

import shutil
from datetime import timedelta
from pathlib import Path
from subprocess import CalledProcessError

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from boulder_therapeutics.images.locks import machine_lock
from boulder_therapeutics.operations.background import BackgroundWork
from boulder_therapeutics.operations.scheduler import DAY, every
from boulder_therapeutics.operations.startup import call_in_process

from .export.write import export_site
from .folder import TransferError
from .models import SiteExport

State = SiteExport.State
PATIENCE = timedelta(seconds=60)
LOOK_AGAIN = 60  # seconds
KEPT = timedelta(days=7)
UNEXPECTED = "It could not be written. The reason is in the log of the server."


def run_next():
    """Write the oldest waiting export; return the seconds until the next look."""
    export = claim()
    if export is None:
        return LOOK_AGAIN
    try:
        call_in_process("export_site", "--run", str(export.pk))
    except CalledProcessError:
        fail(export, UNEXPECTED)
    return 0


def claim():
    """Return an export that no other process works on, marked as worked on, or None."""
    now = timezone.now()
    is_free = Q(alive=None) | Q(alive__lt=now - PATIENCE)
    active = [State.WAITING, State.RUNNING]
    for export in SiteExport.objects.filter(is_free, state__in=active).order_by("pk"):
        free = SiteExport.objects.filter(is_free, pk=export.pk)
        if free.update(alive=now, state=State.RUNNING):
            return export
    return None


worker = BackgroundWork(run_next)


def execute(pk):
    """Write an export as an archive, and save what became of it.

    The lock is for archives so large that the process seems to have ended.
    """
    with machine_lock("site-export"):
        export = SiteExport.objects.get(pk=pk)
        if not export.is_active:
            return
        try:
            write_archive(export)
        except (OSError, TransferError) as error:
            fail(export, str(error))
        else:
            SiteExport.objects.filter(pk=pk).update(state=State.FINISHED, step="")


def write_archive(export):
    """Write an export into a private folder, and then into a ZIP file."""
    settings.EXPORT_FOLDER.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = settings.EXPORT_FOLDER / f"export-{export.pk}"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        export_site(
            folder,
            with_personal_data=export.with_personal_data,
            progress=watch(export),
        )
        pack(folder, export.path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def pack(folder, path):
    """Write the ZIP file of a folder; its name appears when it is complete."""
    unfinished = shutil.make_archive(f"{path}-unfinished", "zip", folder)
    Path(unfinished).rename(path)


def fail(export, reason):
    SiteExport.objects.filter(pk=export.pk).update(state=State.FAILED, error=reason)


def watch(export):
    """Return a function that saves which step an export is at, not too often."""
    rows = SiteExport.objects.filter(pk=export.pk)

    def progress(step):
        now = timezone.now()
        if export.alive is None or now - export.alive > timedelta(seconds=1):
            export.alive = now
            rows.update(step=step[:100], alive=now)

    return progress


@every(DAY, report="Exports of the site deleted")
def delete_old_exports():
    """Delete exports after a week, as they are full of what is not public."""
    exports = SiteExport.objects.filter(created__lt=timezone.now() - KEPT)
    for export in exports:
        export.path.unlink(missing_ok=True)
        export.delete()
    return len(exports)
