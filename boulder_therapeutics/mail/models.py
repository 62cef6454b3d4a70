from django.db import models
from django.utils import timezone


class OutboxMail(models.Model):
    """A mail to be sent once, and its state."""

    key = models.CharField(max_length=200, unique=True)
    subject = models.CharField(max_length=255)
    body = models.TextField()
    to = models.JSONField()
    reply_to = models.JSONField(default=list)
    headers = models.JSONField(default=dict)
    created = models.DateTimeField(default=timezone.now)
    # The time of the next attempt. A process claims the mail by moving it on.
    due = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    sent = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "mail"
        indexes = [models.Index(fields=["sent", "due"])]

    def __str__(self):
        return self.subject
