"""Changes of a comment by its author, shortly after posting it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from wagtail.log_actions import log

from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail

from .. import states
from ..mail.notifications import HELD
from ..models import Comment, CommentSettings
from ..spam import bayes
from ..spam.rules import evaluate
from .submission import Submission

PERIOD = timedelta(minutes=15)
PENDING, APPROVED = Comment.Status.PENDING, Comment.Status.APPROVED
EVALUATED_FIELDS = ["text", "edited", "hold_reasons", "is_urgent", "spam_score"]


def may_change(comment):
    """Return whether the author may edit or delete `comment` now.

    An approved comment with replies stays as it is, as these refer to it. Staff edit
    theirs in the admin.
    """
    if comment is None or comment.is_staff:
        return False
    # Nor one of the future, from before the clock was set back.
    if not comment.created <= timezone.now() < comment.created + PERIOD:
        return False
    if comment.status == PENDING:
        return True
    return comment.status == APPROVED and not comment.replies.exists()


@transaction.atomic
def delete_own(pk):
    """Delete a comment for its author; return whether that was still possible."""
    if not (comment := _lock(pk)):
        return False
    states.delete([comment.pk])
    return True


@transaction.atomic
def edit_own(pk, text):
    """Change the text of a comment, which is moderated again like a new one.

    Return whether that was still possible.
    """
    if not (comment := _lock(pk)):
        return False
    if text != comment.text:
        _edit(comment, text)
    return True


def _lock(pk):
    """Return the comment, locked, if its author may change it, or None."""
    comment = next(iter(states.lock([pk])), None)
    return comment if may_change(comment) else None


def _edit(comment, text):
    evaluation = _evaluate(comment, text)
    comment.text, comment.edited = text, timezone.now()
    comment.hold_reasons = evaluation.reasons
    comment.is_urgent = evaluation.is_urgent
    comment.save(update_fields=EVALUATED_FIELDS)
    log(comment, "comments.edit_own")
    status = _new_status(comment, evaluation.status)
    if status == PENDING:
        _notify_again(comment)
    states.set_status([comment.pk], status)


def _evaluate(comment, text):
    comment.spam_score = bayes.score(text)
    return evaluate(
        Submission(
            page=comment.page,
            settings=CommentSettings.load(),
            name=comment.name,
            email=comment.email,
            text=text,
            parent=comment.parent,
            user=comment.user,
            ip=comment.ip,
            user_agent=comment.user_agent,
            spam_score=comment.spam_score,
            key=comment.submission_key,
            edited=comment,
        )
    )


def _new_status(comment, status):
    """Return the status by the rules, unless a moderator has withheld the comment."""
    is_withheld = comment.status == PENDING and comment.status_changed_by_id
    return PENDING if is_withheld and status == APPROVED else status


def _notify_again(comment):
    """Email the moderators about the new text, instead of the old one."""
    OutboxMail.objects.filter(key=f"{HELD}{comment.pk}").delete()
    Comment.objects.filter(pk=comment.pk).update(needs_notification=True)
    transaction.on_commit(outbox.wake)
