from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from boulder_therapeutics.core.submission.limits import RateLimitsMixin

from ..privacy.client_phrases import (
    DEFAULT,
    TEMPLATES,
    find_confirmations,
    validate_phrases,
    validate_templates,
)
from ..spam import word_lists


@register_setting(icon="comment")
class CommentSettings(RateLimitsMixin, BaseGenericSetting):
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
    client_phrases = models.TextField(
        "phrases that confirm a client",
        blank=True,
        default=DEFAULT,
        validators=[validate_phrases],
        help_text="Stop a reply by staff once if it contains one of these. One phrase "
        "per line: a/b is one word or the other, … up to three words, * the rest of a "
        "word, VISIT a word like “session”, DAY a day of the week, BODY a part of the "
        "body, and NAME somebody of the team.",
    )
    reply_templates = models.TextField(
        blank=True,
        default=TEMPLATES,
        validators=[validate_templates],
        help_text="Texts offered to staff who reply. Write a title, the text below it, "
        "and leave an empty line before the next title.",
    )
    spam_threshold = models.PositiveIntegerField(
        default=98,
        validators=[MinValueValidator(50), MaxValueValidator(101)],
        help_text="Mark comments with at least this spam score, in percent, as spam. "
        "The score is learned from moderators’ decisions. 101 turns this off.",
    )
    email_use = models.TextField(
        "how we use email addresses",
        blank=True,
        max_length=1000,
        help_text="Shown with the box that asks for emails, and stored with the "
        "consent of each reader who checks it. May be empty.",
    )
    email_use_es = models.TextField(
        "how we use email addresses, in Spanish", blank=True, max_length=1000
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
            ["moderation_words", "disallowed_words"],
            heading="Word lists",
        ),
        "spam_threshold",
        MultiFieldPanel(
            ["client_phrases", "reply_templates"], heading="Replies by staff"
        ),
        MultiFieldPanel(["max_depth", "per_page"], heading="Threads"),
        RateLimitsMixin.rate_limits_panel,
        MultiFieldPanel(
            ["email_use", "email_use_es", "personal_data_days", "rejected_days"],
            heading="Privacy",
        ),
    ]

    class Meta:
        verbose_name = "comments"

    def clean(self):
        """Refuse reply templates that would themselves be stopped."""
        if found := find_confirmations(self.reply_templates, self.client_phrases):
            message = f"This seems to confirm that someone is a client: “{found[0]}”."
            raise ValidationError({"reply_templates": message})
