from django.conf import settings
from django.db import models
from django.utils import timezone


class ModerationBatch(models.Model):
    """The comments that one bulk action changed, stored for a day so it can be undone.

    A database row rather than a signed value in the page: undoing deletes the row, so
    it cannot happen twice, and thousands of changes do not fit into a message.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    summary = models.CharField(max_length=100)
    created = models.DateTimeField(default=timezone.now)
    # A list of [comment ID, new status, old status, old `status_before`].
    changes = models.JSONField(default=list)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.summary
