from django.conf import settings
from django.db import models
from django.utils import timezone


class SiteExport(models.Model):
    """An export that an administrator started in the admin."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to start"
        RUNNING = "running", "Being written"
        FINISHED = "finished", "Ready"
        FAILED = "failed", "Failed"

    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    with_personal_data = models.BooleanField(
        "with personal data",
        default=False,
        help_text="Email and network addresses of commenters, contact messages, and "
        "the emails and passwords of accounts. For moving to another server; keep it "
        "where nobody else can read it.",
    )
    created = models.DateTimeField(default=timezone.now)
    # The last sign of life; an export without one for a while was interrupted.
    alive = models.DateTimeField(null=True)
    step = models.CharField(max_length=100, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self):
        return f"Export {self.pk}"

    @property
    def is_active(self):
        """Whether background work has something to do for it."""
        return self.state in {self.State.WAITING, self.State.RUNNING}

    @property
    def path(self):
        """The path of the archive, which may not exist yet or any more."""
        return settings.EXPORT_FOLDER / f"export-{self.pk}.zip"

    @property
    def size(self):
        """The size of the archive in bytes, 0 if there is none on this server."""
        return self.path.stat().st_size if self.path.is_file() else 0
