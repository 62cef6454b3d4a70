"""Imports that were started in the admin, run by the web processes.

Each runs in a process of its own, so that neither its memory nor its work is in the
way of requests. If that process ends early, whoever looks next goes on with the run.
"""

import shutil
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from subprocess import CalledProcessError

from django.db.models import Q
from django.utils import timezone

from boulder_therapeutics.images.encoding import encoder
from boulder_therapeutics.images.locks import machine_lock
from boulder_therapeutics.operations.background import BackgroundWork
from boulder_therapeutics.operations.startup import call_in_process

from .engine.analysis import Analysis
from .engine.batches import StopImport
from .engine.runs import Job
from .engine.undo import undo
from .models import ImportRun
from .options import Options
from .read.errors import ExportError
from .read.files import Export
from .read.scan import IMPORTABLE
from .report.pages import link_notes, pages_of

State = ImportRun.State
PATIENCE = timedelta(seconds=60)
LOOK_AGAIN = 60  # seconds
TICK = 1  # seconds between two signs of life


def run_next():
    """Run the oldest import that is waiting; return the seconds until the next look."""
    run = claim()
    if run is None:
        return LOOK_AGAIN
    with suppress(CalledProcessError):
        call_in_process("import_wordpress", "--run", str(run.pk), "--progress", "none")
    encoder.wake()
    return 0


def claim():
    """Return a run that no other process works on, marked as worked on, or None."""
    now = timezone.now()
    is_free = Q(alive=None) | Q(alive__lt=now - PATIENCE)
    # Commands have no folder; they are continued by running them again.
    waiting = ImportRun.objects.filter(
        is_free, state__in=ImportRun.ACTIVE, folder__gt=""
    )
    for run in waiting.order_by("pk"):
        free = ImportRun.objects.filter(is_free, pk=run.pk, state=run.state)
        if free.update(alive=now):
            return run
    return None


worker = BackgroundWork(run_next)


def execute(pk):
    """Do the next step of a run by its state, and save the result.

    The lock is for steps so long that the process seems to have ended.
    """
    with machine_lock(f"import-{pk}"):
        run = ImportRun.objects.get(pk=pk)
        if run.is_active:
            _execute(run)


def _execute(run):
    try:
        STEPS[run.state](run)
    except StopImport:
        run.state = State.STOPPED
    except ExportError as error:
        run.state, run.error = State.FAILED, str(error)
    except Exception as error:
        run.state, run.error = State.FAILED, f"{type(error).__name__}: {error}"
        raise
    finally:
        run.alive, run.phase, run.stop_requested = None, "", False
        run.save()


def analyze(run):
    job = Analysis(open_export(run), make_options(run), run, *watch(run))
    run.report = {"analysis": job.execute()}
    run.state = State.ANALYZED


def import_all(run):
    analysis = run.report.get("analysis", {})
    job = Job(open_export(run), make_options(run), run, *watch(run))
    job.execute()
    run.report = job.tally.to_json() | {"analysis": analysis}
    run.report["pages"] = list(_report_pages(job))
    link_notes(run.source, run.report["notes"])
    run.state, run.finished = State.FINISHED, timezone.now()
    delete_upload(run)


def _report_pages(job):
    """Yield the pages for the report, with a sign of life for each."""
    total = job.scan.total(IMPORTABLE)
    for done, page in enumerate(pages_of(job.context.source)):
        job.progress("Writing the report", done, total)
        yield page


def take_back(run):
    progress, _ = watch(run)
    lines = undo(run.pk, lambda done, total: progress("Taking it back", done, total))
    run.report["undone"] = list(lines)
    run.state = State.UNDONE
    delete_upload(run)


STEPS = {
    State.ANALYZING: analyze,
    State.WAITING: import_all,
    State.RUNNING: import_all,
    State.UNDOING: take_back,
}


def delete_upload(run):
    """Delete the export, which is full of personal data and not needed any more."""
    shutil.rmtree(run.upload_folder, ignore_errors=True)


def open_export(run):
    paths = [Path(path) for path in run.folder.splitlines()]
    if not paths or not all(path.is_file() for path in paths):
        raise ExportError("The export is not on the server any more. Upload it again.")
    return Export(paths)


def make_options(run):
    known = Options.__dataclass_fields__
    return Options(**{k: v for k, v in run.options.items() if k in known})


def watch(run):
    """Return functions that save the progress of a run, and tell whether to stop."""
    seen = {"time": 0.0, "stop": False}
    rows = ImportRun.objects.filter(pk=run.pk)

    def progress(phase, done, total):
        if time.monotonic() - seen["time"] < TICK and phase == run.phase:
            return
        seen["time"], run.phase = time.monotonic(), phase
        run.done, run.total, run.alive = done, total, timezone.now()
        rows.update(
            phase=phase, done=done, total=total, alive=run.alive, state=run.state
        )
        seen["stop"] = rows.filter(stop_requested=True).exists()

    return progress, lambda: seen["stop"]
