from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from boulder_therapeutics.core.submission.urgent_words import URGENT

from ..spam import word_lists


@register_setting(icon="comment")
class CommentSettings(BaseGenericSetting):
    """The limits, word lists and periods that apply to comments."""

    comments_open = models.BooleanField(
        "accept comments",
        default=True,
        help_text="Turn this off to close comments on every article.",
    )
    close_after_days = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="Close comments this many days after an article is first "
        "published. Leave empty to keep them open.",
    )
    hold_all = models.BooleanField(
        "hold every comment",
        default=True,
        help_text="No comment appears until a moderator approves it.",
    )
    hold_new_authors = models.BooleanField(
        "hold comments from new authors",
        default=True,
        help_text="Authors are new until a comment with the same name and email is "
        "approved.",
    )
    max_links = models.PositiveIntegerField(
        "links that hold a comment",
        default=2,
        help_text="Hold comments with at least this many links. 0 turns this off.",
    )
    max_depth = models.PositiveIntegerField(
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
        help_text="How many levels of comments and replies to allow, from 1 to 10.",
    )
    per_page = models.PositiveIntegerField(
        "comments per page",
        default=50,
        validators=[MinValueValidator(1)],
        help_text="Replies are not counted.",
    )
    moderation_words = models.TextField(
        blank=True,
        default=word_lists.MODERATION,
        help_text="Hold comments that contain one of these. One entry per line.",
    )
    disallowed_words = models.TextField(
        blank=True,
        default=word_lists.DISALLOWED,
        help_text="Mark comments that contain one of these as spam. One entry per "
        "line.",
    )
    urgent_words = models.TextField(
        blank=True,
        default=URGENT,
        help_text="Hold comments that contain one of these as urgent and show "
        "emergency advice to the author. One entry per line.",
    )
    spam_threshold = models.PositiveIntegerField(
        default=98,
        validators=[MinValueValidator(50), MaxValueValidator(101)],
        help_text="Mark comments with at least this spam score, in percent, as spam. "
        "The score is learned from moderators’ decisions. 101 turns this off.",
    )
    seconds_between = models.PositiveIntegerField(
        "seconds between comments",
        default=15,
        help_text="How long an author must wait before posting another comment.",
    )
    per_minute = models.PositiveIntegerField(
        "comments per minute",
        default=5,
        help_text="The most comments accepted per minute from one IP address.",
    )
    per_hour = models.PositiveIntegerField(
        "comments per hour",
        default=30,
        help_text="The most comments accepted per hour from one IP address.",
    )
    personal_data_days = models.PositiveIntegerField(
        "days to store personal data",
        default=60,
        help_text="Then the IP address and the browser of a comment are deleted.",
    )
    rejected_days = models.PositiveIntegerField(
        "days to store spam and trash",
        default=30,
        help_text="Then comments in spam and trash are deleted.",
    )

    panels = [
        MultiFieldPanel(
            ["comments_open", "close_after_days"], heading="Open or closed"
        ),
        MultiFieldPanel(
            ["hold_all", "hold_new_authors", "max_links"], heading="Moderation"
        ),
        MultiFieldPanel(
            ["moderation_words", "disallowed_words", "urgent_words"],
            heading="Word lists",
        ),
        "spam_threshold",
        MultiFieldPanel(["max_depth", "per_page"], heading="Threads"),
        MultiFieldPanel(
            ["seconds_between", "per_minute", "per_hour"], heading="Rate limits"
        ),
        MultiFieldPanel(["personal_data_days", "rejected_days"], heading="Privacy"),
    ]

    class Meta:
        verbose_name = "comments"
