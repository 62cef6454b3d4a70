"""What earlier comments say about a new one, found with one query."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property

from .models import Comment
from .models.comment import BEGINNING, BEGINNING_LENGTH

MOST_LOOKED_AT = 500
SENDER_REMEMBERED = timedelta(hours=1)
TEXT_REMEMBERED = timedelta(days=30)
LONGEST_GREETING = 25  # characters that many may well have in common
NEEDED = (
    "created",
    "email",
    "ip",
    "name",
    "page",
    "parent",
    "status",
    "submission_key",
)


class EarlierComments:
    """The newest comments of the same sender, with the same words or the same key.

    The same sender has the same email or network address.
    """

    def __init__(self, submission):
        self.submission, self.now = submission, timezone.now()
        which = Q(submission_key=submission.key) | self._same_sender()
        if len(submission.text) > LONGEST_GREETING:
            which |= self._same_words()
        found = Comment.objects.alias(beginning=BEGINNING).filter(which)
        # Whole texts stay in the database; the rest is compared here, which is quicker.
        found = found.annotate(says_same=Q(text=submission.text)).order_by("-created")
        rows = found.values_list(*NEEDED, "says_same", named=True)
        self.rows = list(rows[:MOST_LOOKED_AT])

    @property
    def has_twin(self):
        """Whether this very submission has arrived before."""
        return any(row.submission_key == self.submission.key for row in self.rows)

    @property
    def has_duplicate(self):
        """Whether the sender said the same in the same place, and it was kept."""
        sent = self.submission
        here = (sent.page.pk, sent.parent and sent.parent.pk, sent.name)
        return any(
            row.says_same
            and row.status != Comment.Status.TRASH
            and (row.page, row.parent, row.name) == here
            and row.email.upper() == sent.email.upper()
            for row in self.rows
        )

    @property
    def is_said_elsewhere(self):
        """Whether the same words, more than a greeting, stand under another article."""
        sent = self.submission
        if len(sent.text) <= LONGEST_GREETING:
            return False
        since = self.now - TEXT_REMEMBERED
        return any(
            row.says_same and row.page != sent.page.pk and row.created > since
            for row in self.rows
        )

    @property
    def is_known(self):
        """Whether a comment under the same name and email has been let through."""
        sent = self.submission
        known = (Comment.Status.APPROVED, sent.name, sent.email.upper())
        return known in ((row.status, row.name, row.email.upper()) for row in self.rows)

    @property
    def spam_count(self):
        """How many of the sender's comments were spam."""
        return sum(row.status == Comment.Status.SPAM for row in self._from_sender)

    @property
    def recent(self):
        """The sender's comments of the last hour, newest first."""
        since = self.now - SENDER_REMEMBERED
        return [row for row in self._from_sender if row.created > since]

    @cached_property
    def _from_sender(self):
        email, ip = self.submission.email.upper(), self.submission.ip
        return [
            row
            for row in self.rows
            if (ip and row.ip == ip) or (email and row.email.upper() == email)
        ]

    def _same_sender(self):
        sent = self.submission
        same = Q(ip=sent.ip) if sent.ip else Q()
        # Members of staff may have no email.
        by_name = Q(email="", name=sent.name)
        return same | (Q(email__iexact=sent.email) if sent.email else by_name)

    def _same_words(self):
        # The beginning is what the index holds.
        return Q(
            beginning=self.submission.text[:BEGINNING_LENGTH],
            text=self.submission.text,
            created__gt=self.now - TEXT_REMEMBERED,
        )
