from django.conf import settings
from django.db import models
from django.utils import timezone


class ModerationBatch(models.Model):
    """What a moderator changed at one stroke, kept for a day so that it can be undone.

    A row, not a signed value in the page: it is used up by undoing, so that an old
    page cannot undo twice, and a batch of thousands does not travel through messages.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    summary = models.CharField(max_length=100)
    created = models.DateTimeField(default=timezone.now)
    # A list of [comment id, state now, state to go back to, the state before that].
    changes = models.JSONField(default=list)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.summary
