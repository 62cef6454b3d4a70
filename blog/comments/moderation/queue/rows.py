"""The rows of the queue: what they show, and the values that their forms submit."""

from django.db.models import Count, Q
from django.db.models.functions import Upper
from django.utils.timesince import timesince

from ...models import Comment
from ...reports.moderation import REPORTED, add_report_reasons
from ...spam.senders import usual_network
from ..actions import APPROVED, actions_for

RELATED = ["page", "parent", "user", "status_changed_by"]
# Longer texts are folded.
MAX_LENGTH, MAX_LINES = 220, 2
MAX_ID_LENGTH = 18  # longer numbers overflow the database's integers


def add_row_details(comments):
    """Add the details that a row shows to each comment; return the comments."""
    add_report_reasons(comments)
    counts = _counts_by_sender({comment.email.upper() for comment in comments} - {""})
    for comment in comments:
        is_reported = comment.report_reasons and comment.status == APPROVED
        comment.actions = actions_for(REPORTED if is_reported else comment.status)
        comment.age = timesince(comment.created, depth=1)
        lines = comment.text.count("\n") + 1
        comment.is_long = len(comment.text) > MAX_LENGTH or lines > MAX_LINES
        comment.network = comment.ip and usual_network(comment.ip)
        comment.sender_counts = counts.get(comment.email.upper())
    return comments


def read_rows(values):
    """Return {ID: status as shown} from values like `12:pending,13:spam`."""
    rows = {}
    for part in ",".join(values).split(","):
        pk, _, status = part.partition(":")
        is_id = pk.isascii() and pk.isdecimal() and len(pk) <= MAX_ID_LENGTH
        if is_id and status in Comment.Status.values:
            rows[int(pk)] = status
    return rows


def write_rows(rows):
    """Return one value for `read_rows`."""
    return ",".join(f"{pk}:{status}" for pk, status in rows.items())


def _counts_by_sender(senders):
    """Return the approved and spam counts for email addresses in upper case."""
    by_sender = Comment.objects.order_by().annotate(sender=Upper("email"))
    counts = (
        by_sender.filter(sender__in=senders)
        .values("sender")
        .annotate(
            approved=Count("pk", filter=Q(status=Comment.Status.APPROVED)),
            spam=Count("pk", filter=Q(status=Comment.Status.SPAM)),
        )
    )
    return {row["sender"]: row for row in counts}
