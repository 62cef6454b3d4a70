"""Public replies by staff members."""

from django.db import transaction

from wagtail.log_actions import log

from boulder_therapeutics.core.names import public_name

from .. import states
from ..models import Comment
from ..models.comment import EMAIL_LIMIT, NAME_LIMIT
from .batches import Outcome, record

PENDING, APPROVED = Comment.Status.PENDING, Comment.Status.APPROVED


@transaction.atomic
def publish_reply(comment, text, key, user):
    """Publish a reply to `comment`, and approve the comment if it is pending.

    Submitting the same form twice creates one reply. A comment that was moved to spam
    or trash gets none.
    """
    outcome = Outcome("replied to")
    [parent] = states.lock([comment.pk]) or [None]
    if parent is None:
        outcome.missing = 1
    elif parent.status not in {PENDING, APPROVED}:
        outcome.skipped.append(parent)
    elif not Comment.objects.filter(submission_key=key).exists():
        _publish(parent, text, key, user, outcome)
    return outcome


def _publish(parent, text, key, user, outcome):
    changes = []
    if states.set_status([parent.pk], APPROVED, user):
        changes.append([parent.pk, APPROVED, PENDING, parent.status_before])
        outcome.result = "approved and replied to"
        parent.refresh_from_db(fields=["is_visible"])
    reply = Comment(
        page=parent.page,
        parent=parent,
        name=public_name(user)[:NAME_LIMIT],
        email=user.email[:EMAIL_LIMIT],
        text=text,
        user=user,
        status=APPROVED,
        status_changed_by=user,
        submission_key=key,
    )
    states.add(reply)
    log(parent, "comments.reply", user=user)
    outcome.done.append(parent)
    # The reply has no earlier status, so undoing moves it to trash.
    record(outcome, user, [*changes, [reply.pk, APPROVED, Comment.Status.TRASH, ""]])
