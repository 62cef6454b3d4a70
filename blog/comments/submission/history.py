"""Previous comments by a sender, on which rules and rate limits depend."""

from datetime import timedelta

from django.db.models import Q, Value
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.functional import cached_property

from ..models import Comment
from ..models.comment import BEGINNING, BEGINNING_LENGTH

MAX_COMMENTS = 500
SENDER_PERIOD = timedelta(hours=1)
TEXT_PERIOD = timedelta(days=30)
# Shorter texts, like "Thank you!", are often the same without being spam.
MAX_GREETING_LENGTH = 25
FIELDS = (
    "created",
    "email",
    "ip",
    "name",
    "page",
    "parent",
    "status",
    "submission_key",
)


class History:
    """The newest comments with the submission's sender, text or key, from one query.

    Two comments have the same sender if they share the email or IP address.
    """

    def __init__(self, submission):
        self.submission, self.now = submission, timezone.now()
        self.rows = list(self._query())

    @property
    def has_twin(self):
        """Whether a comment was already created for the same submission."""
        return any(row.submission_key == self.submission.key for row in self.rows)

    @property
    def has_duplicate(self):
        """Whether the sender has a comment with the same text in the same place."""
        sent = self.submission
        place = (sent.page.pk, sent.parent and sent.parent.pk, sent.name)
        return any(
            row.has_same_text
            and row.status != Comment.Status.TRASH
            and (row.page, row.parent, row.name) == place
            and row.email.upper() == sent.email.upper()
            for row in self.rows
        )

    @property
    def has_same_text_elsewhere(self):
        """Whether the same text, longer than a greeting, is under another article."""
        if len(self.submission.text) <= MAX_GREETING_LENGTH:
            return False
        since = self.now - TEXT_PERIOD
        return any(
            row.has_same_text
            and row.page != self.submission.page.pk
            and row.created > since
            for row in self.rows
        )

    @property
    def has_approved(self):
        """Whether a comment with the same name and email has been approved."""
        sent = self.submission
        author = (Comment.Status.APPROVED, sent.name, sent.email.upper())
        return author in (
            (row.status, row.name, row.email.upper()) for row in self.rows
        )

    @property
    def spam_count(self):
        """The number of the sender's comments that are spam."""
        return sum(row.status == Comment.Status.SPAM for row in self._from_sender)

    @property
    def recent(self):
        """The sender's comments of the last hour, newest first."""
        since = self.now - SENDER_PERIOD
        return [row for row in self._from_sender if since < row.created <= self.now]

    @cached_property
    def _from_sender(self):
        email, ip = self.submission.email.upper(), self.submission.ip
        return [
            row
            for row in self.rows
            if (ip and row.ip == ip) or (email and row.email.upper() == email)
        ]

    def _query(self):
        """Return the rows, with texts compared in the database, as they may be long."""
        sent = self.submission
        found = Comment.objects.alias(beginning=BEGINNING, upper_email=Upper("email"))
        found = found.filter(self._is_relevant()).order_by("-created")
        if sent.edited:
            found = found.exclude(pk=sent.edited.pk)
        found = found.annotate(has_same_text=Q(text=sent.text))
        return found.values_list(*FIELDS, "has_same_text", named=True)[:MAX_COMMENTS]

    def _is_relevant(self):
        sent = self.submission
        relevant = Q(submission_key=sent.key)
        if sent.ip:
            relevant |= Q(ip=sent.ip)
        # Staff may have no email.
        if sent.email:
            relevant |= Q(upper_email=Upper(Value(sent.email)))
        else:
            relevant |= Q(email="", name=sent.name)
        if len(sent.text) > MAX_GREETING_LENGTH:
            # The beginning is indexed, the whole text is too long for an index.
            beginning, since = sent.text[:BEGINNING_LENGTH], self.now - TEXT_PERIOD
            relevant |= Q(beginning=beginning, text=sent.text, created__gt=since)
        return relevant
