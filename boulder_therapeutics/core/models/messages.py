from django.db import models


class ContactMessage(models.Model):
    """A message from a visitor, sent with the contact form."""

    name = models.CharField(max_length=245)
    reply_to = models.CharField("email or phone", max_length=100)
    text = models.TextField("message")
    preferred_days = models.CharField(max_length=255, blank=True)
    service = models.CharField(max_length=255, blank=True)
    submission_key = models.CharField(max_length=64, unique=True, editable=False)
    created = models.DateTimeField(auto_now_add=True, db_index=True)
    is_answered = models.BooleanField("answered", default=False)

    panels = ["is_answered"]

    class Meta:
        ordering = ["-created"]

    def __str__(self):
        # The site history stores this, also after the message is deleted.
        return f"Message {self.pk}"
