from django.db import models
from django.utils import timezone

from .comment import Comment


class Subscription(models.Model):
    """A reader's wish to be mailed about the own comment and the answers to it.

    No mail but the question goes out before the reader has confirmed it. Taking the
    wish back deletes the row.
    """

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="subscription")
    created = models.DateTimeField(default=timezone.now)
    confirmed = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"Mails about {self.comment}"
