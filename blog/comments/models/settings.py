from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from ..spam import words


@register_setting(icon="comment")
class CommentSettings(BaseGenericSetting):
    """Every number and list that decides about comments."""

    comments_open = models.BooleanField(
        default=True, help_text="Readers may comment at all."
    )
    close_after_days = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="Close an article to comments so many days after its first "
        "publication, 14 for instance. Empty: never.",
    )
    hold_all = models.BooleanField(
        "hold every comment", default=True, help_text="Nothing appears unchecked."
    )
    hold_new_authors = models.BooleanField(
        "author must have an approved comment", default=True
    )
    max_links = models.PositiveIntegerField(
        default=2, help_text="Hold a comment with so many links or more. 0: never."
    )
    max_depth = models.PositiveIntegerField(
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
        help_text="How deep replies to replies may go, 1 to 10.",
    )
    per_page = models.PositiveIntegerField(
        "comments a page",
        default=50,
        validators=[MinValueValidator(1)],
        help_text="How many comments, replies not counted, stand on one page.",
    )
    moderation_words = models.TextField(
        blank=True,
        default=words.MODERATION,
        help_text="A comment with one of these is held. One entry a line.",
    )
    disallowed_words = models.TextField(
        blank=True,
        default=words.DISALLOWED,
        help_text="A comment with one of these is spam. One entry a line.",
    )
    urgent_words = models.TextField(
        blank=True,
        default=words.URGENT,
        help_text="A comment with one of these is held as urgent, and its writer is "
        "shown emergency advice. One entry a line.",
    )
    spam_threshold = models.PositiveIntegerField(
        default=98,
        validators=[MinValueValidator(50), MaxValueValidator(101)],
        help_text="From this score on, in percent, a comment goes to spam. The score "
        "is learned from what moderators decide. 101: never.",
    )
    seconds_between = models.PositiveIntegerField(
        default=15, help_text="Seconds between two comments of the same person."
    )
    per_minute = models.PositiveIntegerField(
        default=5, help_text="Comments a minute from one network address."
    )
    per_hour = models.PositiveIntegerField(
        default=30, help_text="Comments an hour from one network address."
    )
    personal_data_days = models.PositiveIntegerField(
        default=60,
        help_text="Days until the network address and browser of a comment are erased.",
    )
    rejected_days = models.PositiveIntegerField(
        default=30, help_text="Days until comments in spam and trash are deleted."
    )

    panels = [
        MultiFieldPanel(
            ["comments_open", "close_after_days"], heading="Open or closed"
        ),
        MultiFieldPanel(
            ["hold_all", "hold_new_authors", "max_links"], heading="What is held"
        ),
        MultiFieldPanel(
            ["moderation_words", "disallowed_words", "urgent_words"], heading="Words"
        ),
        "spam_threshold",
        MultiFieldPanel(["max_depth", "per_page"], heading="Threads"),
        MultiFieldPanel(
            ["seconds_between", "per_minute", "per_hour"], heading="Floods"
        ),
        MultiFieldPanel(["personal_data_days", "rejected_days"], heading="Privacy"),
    ]

    class Meta:
        verbose_name = "comments"
