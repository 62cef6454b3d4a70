from django.core.validators import MinValueValidator
from django.db import models

from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="lock")
class PrivacySettings(BaseGenericSetting):
    """How long messages are stored, and what the contact form says about their use.

    The periods of comments are in the comment settings. The privacy page shows both.
    """

    answered_days = models.PositiveIntegerField(
        "days to store answered messages",
        default=30,
        validators=[MinValueValidator(1)],
        help_text="Messages from the contact form are deleted this many days after "
        "they were marked as answered.",
    )
    message_months = models.PositiveIntegerField(
        "months to store any message",
        default=6,
        validators=[MinValueValidator(1)],
        help_text="Messages are deleted after this many months, answered or not.",
    )
    contact_use = models.TextField(
        "how we use messages",
        blank=True,
        max_length=1000,
        help_text="Shown above the button of the contact form. May be empty.",
    )
    contact_use_es = models.TextField(
        "how we use messages, in Spanish", blank=True, max_length=1000
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel(["answered_days", "message_months"]),
                "contact_use",
                "contact_use_es",
            ],
            heading="Messages from the contact form",
        ),
    ]

    class Meta:
        verbose_name = "privacy"
