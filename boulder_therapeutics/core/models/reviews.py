from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel


class ReviewMixin(models.Model):
    """A page whose facts a therapist checks from time to time."""

    reviewed_by = models.ForeignKey(
        "core.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reviewed_%(class)ss",
        help_text="The therapist who checked the facts. The review is shown only "
        "while this person treats visitors.",
    )
    reviewed_on = models.DateField(null=True, blank=True)
    next_review_on = models.DateField(null=True, blank=True)

    review_panels = [
        MultiFieldPanel(
            ["reviewed_by", FieldRowPanel(["reviewed_on", "next_review_on"])],
            heading="Review",
        )
    ]

    class Meta:
        abstract = True

    @cached_property
    def reviewer(self):
        """The person who checked the facts, if they may, or None."""
        person = self.reviewed_by
        return person if person and person.may_review else None

    @property
    def is_reviewed(self):
        """Whether somebody who may review has checked the facts."""
        return bool(self.reviewer and self.reviewed_on)

    @property
    def is_review_overdue(self):
        """Whether the facts should have been checked again by now."""
        next_on = self.next_review_on
        return next_on is not None and next_on < timezone.localdate()
