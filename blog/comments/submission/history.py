"""What earlier comments say about a new one, found with one query."""

from collections import namedtuple
from datetime import timedelta
from functools import cache, partial
from itertools import starmap

from django.db.models import GenericIPAddressField, Q, Value
from django.db.models.functions import Cast, Now, Upper
from django.utils import timezone
from django.utils.functional import cached_property

from boulder_therapeutics.core.prepared import Prepared

from ..models import Comment
from ..models.comment import BEGINNING, BEGINNING_LENGTH

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


Row = namedtuple("Row", [*NEEDED, "says_same"])


class EarlierComments:
    """The newest comments of the same sender, with the same words or the same key.

    The same sender has the same email or network address.
    """

    def __init__(self, submission):
        self.submission, self.now = submission, timezone.now()
        sent = {"key": submission.key, "text": submission.text}
        if submission.ip:
            sent["ip"] = submission.ip
        # Members of staff may have no email.
        if submission.email:
            sent["email"] = submission.email
        else:
            sent["name"] = submission.name
        if len(submission.text) > LONGEST_GREETING:
            sent["beginning"] = submission.text[:BEGINNING_LENGTH]
        rows = _prepare(tuple(sent), MOST_LOOKED_AT).rows(**sent)
        self.rows = list(starmap(Row, rows))

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


@cache
def _prepare(names, most):
    """Return the query for what is called so; which of it there is makes its shape."""
    return Prepared(partial(_look_for, most), **dict.fromkeys(names, str))


def _look_for(most, key, text, ip=None, email=None, name=None, beginning=None):
    which = Q(submission_key=key)
    if ip:
        which |= Q(ip=Cast(Value(ip), GenericIPAddressField()))
    if email:
        which |= Q(upper_email=Upper(Value(email)))
    else:
        which |= Q(email="", name=name)
    if beginning:
        # The beginning is what the index holds.
        since = Now() - TEXT_REMEMBERED
        which |= Q(beginning=beginning, text=text, created__gt=since)
    found = Comment.objects.alias(beginning=BEGINNING, upper_email=Upper("email"))
    # Whole texts stay in the database; the rest is compared here, which is quicker.
    found = found.filter(which).annotate(says_same=Q(text=text)).order_by("-created")
    return found.values_list(*NEEDED, "says_same")[:most]
