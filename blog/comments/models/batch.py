from django.conf import settings
from django.db import models
from django.utils import timezone


class ModerationBatch(models.Model):
    """A bulk action on comments, stored for a day so it can be continued and undone.

    Database rows rather than a signed value in the page: an interrupted action is
    continued, undoing cannot happen twice, and thousands of changes do not fit into a
    message.
    """

    class Stage(models.TextChoices):
        PERFORMING = "performing"
        PERFORMED = "performed"
        UNDOING = "undoing"
        UNDONE = "undone"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # The slug of an action of the queue, or empty for a reply.
    action = models.CharField(max_length=20, blank=True)
    # What was done, as in "3 comments approved".
    result = models.CharField(max_length=100)
    created = models.DateTimeField(default=timezone.now)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.PERFORMED)
    # Numbers of comments, of the action or, after Undo, of undoing it.
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.done} {self.result}"

    @property
    def is_running(self):
        return self.stage in {self.Stage.PERFORMING, self.Stage.UNDOING}

    @property
    def processed(self):
        """The number of comments that are behind it."""
        return self.done + self.skipped + self.missing


class BatchChunk(models.Model):
    """The comments of a batch that are changed in one transaction."""

    batch = models.ForeignKey(ModerationBatch, models.CASCADE, related_name="chunks")
    # A list of [comment ID, status that the moderator saw].
    rows = models.JSONField(default=list)
    # A list of [comment ID, new status, old status, old `status_before`]; None until
    # the action has been performed.
    changes = models.JSONField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{len(self.rows)} comments of {self.batch}"
