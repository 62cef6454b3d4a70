from django.conf import settings
from django.db import models
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from boulder_therapeutics.core.names import CLINIC_TEAM, initials

NAME_LIMIT = 245
EMAIL_LIMIT = 100
TEXT_LIMIT = 65_525
USER_AGENT_LIMIT = 254
MODERATE = "comments.moderate_comment"
# The indexed part of a text: whole texts are too long for an index. The length is
# written into the SQL, because SQLite uses no index for an expression with parameters.
BEGINNING_LENGTH = 60
BEGINNING = models.Func(
    "text",
    template=f"SUBSTR(%(expressions)s, 1, {BEGINNING_LENGTH})",
    output_field=models.TextField(),
)


class CommentQuerySet(models.QuerySet):
    def pending(self):
        """Return the comments that wait for moderation."""
        return self.filter(status=Comment.Status.PENDING)

    def approved(self):
        """Return the approved comments, including those in hidden threads."""
        return self.filter(status=Comment.Status.APPROVED)

    def visible(self):
        """Return the comments shown under articles, whether live or not."""
        return self.filter(is_visible=True)

    def published(self):
        """Return the visible comments on live articles."""
        return self.visible().filter(page__live=True)

    def edited_since(self, seen):
        """Return the comments that their authors changed after a moderator saw them.

        `seen` is the time in ISO format, as a form sent it.
        """
        try:
            moment = parse_datetime(seen)
        except ValueError:
            moment = None
        if moment is None or timezone.is_naive(moment):
            return self.none()
        return self.filter(edited__gt=moment)


class Comment(models.Model):
    """A reader's comment on an article, and its moderation status.

    Only the functions in `states` may change `status`, `root` and `is_visible`. The
    last two are derived from the comment and its ancestors.
    """

    class Status(models.TextChoices):
        PENDING = "pending", "Pending"
        APPROVED = "approved", "Approved"
        SPAM = "spam", "Spam"
        TRASH = "trash", "Trash"

    # No index of its own: `comment_thread` below starts with this column.
    page = models.ForeignKey(
        "blog.BlogPage",
        models.CASCADE,
        related_name="comments",
        verbose_name="article",
        db_index=False,
    )
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name="in reply to",
    )
    root = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    name = models.CharField(max_length=NAME_LIMIT)
    email = models.EmailField(max_length=EMAIL_LIMIT, blank=True)
    text = models.TextField()
    created = models.DateTimeField(default=timezone.now)
    status = models.CharField(max_length=10, choices=Status, default=Status.PENDING)
    status_before = models.CharField(max_length=10, choices=Status, blank=True)
    status_changed = models.DateTimeField(default=timezone.now)
    # When the author last changed the text.
    edited = models.DateTimeField(null=True, editable=False)
    status_changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    is_visible = models.BooleanField(default=False, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="article_comments",
        help_text="The staff member who wrote the comment.",
    )
    ip = models.GenericIPAddressField(null=True, blank=True)
    user_agent = models.CharField(max_length=USER_AGENT_LIMIT, blank=True)
    # A list of {"rule": the function name, "why": the reason shown to staff}.
    hold_reasons = models.JSONField(default=list, blank=True)
    is_urgent = models.BooleanField(default=False)
    # From 0 (good) to 1 (spam); empty until the classifier has enough training data.
    spam_score = models.FloatField(null=True, blank=True, editable=False)
    submission_key = models.CharField(max_length=64, unique=True)
    # Whether `mail.notifications` still has to notify the moderators.
    needs_notification = models.BooleanField(default=False, editable=False)
    # Set by the WordPress importer, so that importing a file again creates no second
    # copy: `source` is the URL of the old site, `wordpress_id` the comment's id there.
    source = models.CharField(max_length=200, blank=True, editable=False)
    wordpress_id = models.PositiveBigIntegerField(null=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["created", "pk"]
        verbose_name = "reader comment"
        default_permissions = ()
        permissions = [
            ("moderate_comment", "Can moderate and reply to comments"),
            ("erase_comment", "Can export and anonymize a reader’s comments"),
        ]
        indexes = [
            models.Index(
                fields=["page", "root", "created", "is_visible"], name="comment_thread"
            ),
            models.Index(fields=["status", "created"]),
            models.Index(fields=["ip", "created"]),
            models.Index(fields=["created"]),
            # For `email__iexact`.
            models.Index(Upper("email"), name="comment_email"),
            models.Index(BEGINNING, name="comment_beginning"),
            models.Index(
                fields=["created"],
                condition=models.Q(needs_notification=True),
                name="comment_needs_notification",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "wordpress_id"], name="comment_imported_once"
            )
        ]

    def __str__(self):
        # The site history stores this, also after the comment is deleted.
        return f"Comment {self.pk}"

    @property
    def thread_id(self):
        """The ID of the top-level comment in the thread."""
        return self.root_id or self.pk

    @property
    def initials(self):
        return initials(self.name)

    @property
    def holds_personal_details(self):
        """Whether the comment was held because of personal details in the text."""
        rules = [reason.get("rule") for reason in self.hold_reasons]
        return "personal_details" in rules

    @property
    def has_badge(self):
        """Whether to show “Clinic team” beside the name."""
        return self.is_staff and self.name != CLINIC_TEAM

    @property
    def is_staff(self):
        """Whether a staff member wrote the comment."""
        return self.user_id is not None
