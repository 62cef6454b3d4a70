from django.db import models

from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from ..submission.limits import RateLimitsMixin
from ..submission.urgent_words import URGENT
from ..submission.words import bare_text, find_entry


@register_setting(icon="mail")
class MessageSettings(RateLimitsMixin, BaseGenericSetting):
    """The limits of the contact form, and the words that make any text urgent."""

    urgent_words = models.TextField(
        blank=True,
        default=URGENT,
        help_text="Mark messages and comments that contain one of these as urgent, "
        "mail them at once, hold the comments, and show emergency advice to the "
        "author. One entry per line.",
    )

    panels = ["urgent_words", RateLimitsMixin.rate_limits_panel]

    class Meta:
        verbose_name = "messages"

    def find_urgent(self, text):
        """Return the first of the urgent words that is in `text`, or None."""
        return find_entry(self.urgent_words, text, bare_text(text))
