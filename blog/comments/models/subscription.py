from django.db import models
from django.utils import timezone

from .comment import Comment


class Subscription(models.Model):
    """A reader's request for email about their comment and the replies to it.

    Until it is confirmed, only the confirmation request is sent. Unsubscribing deletes
    the row.
    """

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="subscription")
    created = models.DateTimeField(default=timezone.now)
    confirmed = models.DateTimeField(null=True)
    # What the reader agreed to, in the words of the form at that time.
    consent = models.TextField(blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"Email about {self.comment}"
