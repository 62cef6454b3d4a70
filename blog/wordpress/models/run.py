from django.conf import settings
from django.db import models
from django.utils import timezone

IMPORT = "wordpress.import_wordpress"


class ImportRun(models.Model):
    """One import of an export, from the first look to the report."""

    class State(models.TextChoices):
        ANALYZING = "analyzing", "Being analyzed"
        ANALYZED = "analyzed", "Ready to import"
        WAITING = "waiting", "Waiting to start"
        RUNNING = "running", "Running"
        STOPPED = "stopped", "Stopped"
        FINISHED = "finished", "Finished"
        FAILED = "failed", "Failed"
        UNDOING = "undoing", "Being undone"
        UNDONE = "undone", "Undone"

    # Background work has something to do for these.
    ACTIVE = (State.ANALYZING, State.WAITING, State.RUNNING, State.UNDOING)

    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    source = models.CharField("old site", max_length=200, blank=True)
    files = models.JSONField(default=list)  # names, for people
    # The paths of the files on this server, by line; empty for the command.
    folder = models.TextField(blank=True)
    options = models.JSONField(default=dict)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    phase = models.CharField(max_length=100, blank=True)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    created = models.DateTimeField(default=timezone.now)
    started = models.DateTimeField(null=True)
    finished = models.DateTimeField(null=True)
    # The last sign of life; a run without one for a while was interrupted.
    alive = models.DateTimeField(null=True)
    stop_requested = models.BooleanField(default=False)
    report = models.JSONField(default=dict)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()
        permissions = [("import_wordpress", "Can import a site from WordPress")]

    def __str__(self):
        return f"Import {self.pk} of {self.source or ', '.join(self.files)}"

    @property
    def percent(self):
        return min(100, round(100 * self.done / self.total)) if self.total else 0

    @property
    def is_active(self):
        """Whether background work has something to do for it."""
        return self.state in self.ACTIVE

    @property
    def upload_folder(self):
        """The private folder with what was uploaded in the admin."""
        return settings.IMPORT_FOLDER / f"run-{self.pk}"
