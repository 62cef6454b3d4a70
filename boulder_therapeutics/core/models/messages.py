from django.db import models
from django.utils import timezone


class ContactMessage(models.Model):
    """A message from a visitor, sent with the contact form."""

    name = models.CharField(max_length=245)
    reply_to = models.CharField("email or phone", max_length=100)
    text = models.TextField("message")
    preferred_days = models.CharField(max_length=255, blank=True)
    service = models.CharField(max_length=255, blank=True)
    submission_key = models.CharField(max_length=64, unique=True, editable=False)
    created = models.DateTimeField(auto_now_add=True, db_index=True)
    # For the limits of the form; deleted after a day.
    ip = models.GenericIPAddressField("IP address", null=True, editable=False)
    is_urgent = models.BooleanField("urgent", default=False, editable=False)
    is_from_bot = models.BooleanField(
        "caught by the spam trap", default=False, editable=False
    )
    is_answered = models.BooleanField("answered", default=False)
    # Set while `is_answered` is; the storage period begins then.
    answered = models.DateTimeField("answered on", null=True, editable=False)

    panels = ["is_answered"]

    class Meta:
        ordering = ["is_answered", "-is_urgent", "-created"]

    def __str__(self):
        # The site history stores this, also after the message is deleted.
        return f"Message {self.pk}"

    def save(self, **kwargs):
        """Set when the message was marked as answered."""
        if not self.is_answered:
            self.answered = None
        elif self.answered is None:
            self.answered = timezone.now()
        super().save(**kwargs)
