from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class ReportQuerySet(models.QuerySet):
    def open(self):
        """Return the reports that no moderator has dismissed."""
        return self.filter(dismissed=None)


class Report(models.Model):
    """A reader's report of a comment, open until a moderator dismisses it.

    It says nothing about the reader but a keyed hash of their network, which is deleted
    after a few days.
    """

    class Reason(models.TextChoices):
        SPAM = "spam", _("Spam or advertising")
        RUDE = "rude", _("Rude or hateful")
        PRIVATE = "private", _("Private details about somebody")
        HARMFUL = "harmful", _("Advice that could harm somebody")
        OTHER = "other", _("Something else")

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="reports")
    reason = models.CharField(max_length=10, choices=Reason)
    network = models.CharField(max_length=64, blank=True)
    created = models.DateTimeField(default=timezone.now)
    dismissed = models.DateTimeField(null=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["network", "created"])]
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "network"],
                condition=~models.Q(network=""),
                name="comment_reported_once",
            )
        ]

    def __str__(self):
        return f"{self.get_reason_display()}: {self.comment}"
