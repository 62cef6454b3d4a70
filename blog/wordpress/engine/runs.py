"""Starting and finishing a run, and going on with one that was interrupted."""

from django.utils import timezone

from ..models import ImportRun
from ..read.errors import ExportError
from .batches import StopImport
from .importer import Import

State = ImportRun.State
UNFINISHED = [State.RUNNING, State.STOPPED, State.FAILED]
HEARTBEAT = 2  # seconds


class Job(Import):
    """An import that keeps the row of its run up to date."""

    is_stopped = False

    def execute(self):
        run = self.run.run
        run.state, run.started = State.RUNNING, run.started or timezone.now()
        run.stop_requested, run.error = False, ""
        try:
            return super().execute()
        except StopImport:
            self.is_stopped = True
            raise
        except ExportError as error:
            run.error = str(error)
            raise

    def _prepare(self):
        super()._prepare()
        self._go_on_with_interrupted()

    def _go_on_with_interrupted(self):
        """Use the run that was interrupted, so that both can be undone as one."""
        run = self.run.run
        if run.pk is None and not self.options.dry_run:
            older = ImportRun.objects.filter(source=run.source, state__in=UNFINISHED)
            if found := older.filter(alive=None).first():
                found.files, found.options = run.files, run.options
                found.state, found.error = run.state, ""
                self.run.run = found


def start(export, options, run=None, **callbacks):
    """Return the job that imports `export`."""
    run = run or ImportRun()
    run.files, run.options = export.names, options.to_json()
    return Job(export, options, run, **callbacks)


def finish(job):
    """Save the result of a job, if anything was written; return the run."""
    run = job.run.run
    run.state = State.STOPPED if job.is_stopped else State.FINISHED
    run.finished, run.alive, run.phase = timezone.now(), None, ""
    if run.pk and not job.options.dry_run:
        run.report = job.tally.to_json()
        run.save()
    elif job.options.dry_run:
        run.pk = None
    return run
