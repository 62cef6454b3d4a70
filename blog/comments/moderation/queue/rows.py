"""Comments as the queue shows them, and as its forms send them back."""

from django.db.models import Count, Q
from django.db.models.functions import Upper
from django.utils.timesince import timesince

from ...models import Comment
from ..actions import actions_for

RELATED = ["page", "parent", "user", "status_changed_by"]
# Longer numbers fit into no database.
LONGEST_ID = 18


def prepare(comments):
    """Give comments their actions, their age and how their writers fared so far."""
    standing = _standing({comment.email.upper() for comment in comments} - {""})
    for comment in comments:
        comment.actions = actions_for(comment.status)
        comment.age = timesince(comment.created, depth=1)
        comment.standing = standing.get(comment.email.upper())
    return comments


def read_rows(values):
    """Return {id: state as shown} of values like `12:pending,13:spam`."""
    rows = {}
    for part in ",".join(values).split(","):
        pk, _, status = part.partition(":")
        is_id = pk.isascii() and pk.isdecimal() and len(pk) <= LONGEST_ID
        if is_id and status in Comment.Status.values:
            rows[int(pk)] = status
    return rows


def write_rows(rows):
    """Return one value that `read_rows` reads."""
    return ",".join(f"{pk}:{status}" for pk, status in rows.items())


def _standing(senders):
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
