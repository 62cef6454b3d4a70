from django.db import models
from django.utils import timezone


class OutboxMail(models.Model):
    """A mail to be sent once, and its state.

    A mail about people has a `kind` and only the ids of what it is about, as its text
    is rendered when it is sent. Other mails have their content, which is emptied then.
    """

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=50, blank=True)
    # The arguments of the renderer of this kind: ids, never names or texts.
    data = models.JSONField(default=dict)
    subject = models.CharField(max_length=255, blank=True)
    body = models.TextField(blank=True)
    to = models.JSONField(default=list)
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
        return self.key
