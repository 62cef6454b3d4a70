from django.db import models

from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from ..submission.urgent_words import URGENT
from ..submission.words import bare_text, find_entry


@register_setting(icon="mail")
class MessageSettings(BaseGenericSetting):
    """The limits of the contact form, and the words that make any text urgent."""

    urgent_words = models.TextField(
        blank=True,
        default=URGENT,
        help_text="Mark messages and comments that contain one of these as urgent, "
        "mail them at once, hold the comments, and show emergency advice to the "
        "author. One entry per line.",
    )
    seconds_between = models.PositiveIntegerField(
        "seconds between messages",
        default=15,
        help_text="How long a visitor must wait before sending another message.",
    )
    per_minute = models.PositiveIntegerField(
        "messages per minute",
        default=5,
        help_text="The most messages accepted per minute from one IP address.",
    )
    per_hour = models.PositiveIntegerField(
        "messages per hour",
        default=30,
        help_text="The most messages accepted per hour from one IP address.",
    )

    panels = [
        "urgent_words",
        MultiFieldPanel(
            ["seconds_between", "per_minute", "per_hour"], heading="Rate limits"
        ),
    ]

    class Meta:
        verbose_name = "messages"

    def find_urgent(self, text):
        """Return the first of the urgent words that is in `text`, or None."""
        return find_entry(self.urgent_words, text, bare_text(text))
