from django.conf import settings
from django.db import models
from django.db.models.functions import Upper
from django.utils import timezone

NAME_LIMIT = 245
EMAIL_LIMIT = 100
TEXT_LIMIT = 65_525
USER_AGENT_LIMIT = 254
MODERATE = "comments.moderate_comment"
# What of a text is in an index; whole texts are too long for one. Written out, because
# SQLite does not recognize an expression with parameters.
BEGINNING_LENGTH = 60
BEGINNING = models.Func(
    "text",
    template=f"SUBSTR(%(expressions)s, 1, {BEGINNING_LENGTH})",
    output_field=models.TextField(),
)


class CommentQuerySet(models.QuerySet):
    """Comments, by what has become of them."""

    def pending(self):
        """Waiting for a moderator."""
        return self.filter(status=Comment.Status.PENDING)

    def approved(self):
        """Let through, whether or not their thread is visible."""
        return self.filter(status=Comment.Status.APPROVED)

    def visible(self):
        """What readers see under an article that they may read."""
        return self.filter(is_visible=True)

    def published(self):
        """Visible, and on an article that is live and not scheduled to vanish."""
        return self.visible().filter(page__live=True)


class Comment(models.Model):
    """What a reader wrote under an article, and what became of it.

    Nobody but `states` changes `status`, `root` and `is_visible`: the last two follow
    from the states of the comment and of those it answers.
    """

    class Status(models.TextChoices):
        PENDING = "pending", "Pending"
        APPROVED = "approved", "Approved"
        SPAM = "spam", "Spam"
        TRASH = "trash", "Trash"

    # Without indexes of their own where one of those below begins with them.
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
        help_text="The member of staff who wrote it.",
    )
    ip = models.GenericIPAddressField(null=True, blank=True)
    user_agent = models.CharField(max_length=USER_AGENT_LIMIT, blank=True)
    # A list of {"rule": its name, "why": the reason in words}.
    hold_reasons = models.JSONField(default=list, blank=True)
    is_urgent = models.BooleanField(default=False)
    # How much like spam it reads, 0 to 1; empty until there is enough to learn from.
    spam_score = models.FloatField(null=True, blank=True, editable=False)
    submission_key = models.CharField(max_length=64, unique=True)
    # The moderators have not been told yet; `notifications` does it after the commit.
    mail_waits = models.BooleanField(default=False, editable=False)
    source = models.CharField(max_length=200, blank=True, editable=False)
    wordpress_id = models.PositiveBigIntegerField(null=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["created", "pk"]
        verbose_name = "reader comment"
        default_permissions = ()
        permissions = [
            ("moderate_comment", "Can moderate and answer comments"),
            ("erase_comment", "Can export and erase the comments of a reader"),
        ]
        indexes = [
            models.Index(
                fields=["page", "root", "created", "is_visible"], name="comment_thread"
            ),
            models.Index(fields=["status", "created"]),
            models.Index(fields=["ip", "created"]),
            models.Index(fields=["created"]),
            # As `iexact` asks for it.
            models.Index(Upper("email"), name="comment_email"),
            models.Index(BEGINNING, name="comment_beginning"),
            models.Index(
                fields=["created"],
                condition=models.Q(mail_waits=True),
                name="comment_mail_waits",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "wordpress_id"], name="comment_imported_once"
            )
        ]

    def __str__(self):
        return f"{self.name} on “{self.page}”"

    @property
    def thread_id(self):
        """The id of the top-level comment of the thread."""
        return self.root_id or self.pk

    @property
    def initials(self):
        """One or two letters that stand where a picture would."""
        words = self.name.replace("-", " ").split()
        return "".join(word[0] for word in words[:2]).upper()

    @property
    def holds_personal_details(self):
        """Whether it was held for what its writer should not publish."""
        return any(why.get("rule") == "personal_details" for why in self.hold_reasons)

    @property
    def is_staff(self):
        """Whether somebody of the clinic wrote it."""
        return self.user_id is not None
