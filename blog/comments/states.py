"""How a comment gets from one state to another: the only place that does it."""

from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import Page

from .models import Comment

APPROVED, PENDING = Comment.Status.APPROVED, Comment.Status.PENDING
SPAM, TRASH = Comment.Status.SPAM, Comment.Status.TRASH

# Sent inside the transaction, with `comments` (a list, their old state in
# `status_before`, empty for a new one) and `user`; receivers that act on the outside
# wait for the commit.
status_changed = Signal()
# Sent inside the transaction, with `comments`, when readers see other names or texts.
comments_changed = Signal()
# Sent inside the transaction, with `comments` (a list of those about to go).
comments_deleted = Signal()


# A savepoint would be two more round trips; who calls this gives up if it fails.
@transaction.atomic(savepoint=False)
def add(comment):
    """Save a new comment where it belongs in its thread."""
    parent = comment.parent
    comment.root_id = parent and parent.thread_id
    comment.is_visible = comment.status == APPROVED and (
        parent is None or parent.is_visible
    )
    comment.mail_waits = comment.status == PENDING
    comment.save(force_insert=True)
    status_changed.send(sender=Comment, comments=[comment], user=comment.user)


@transaction.atomic
def set_status(ids, status, user=None):
    """Move the comments with `ids` to `status` and return those that moved.

    A comment that is there already stays as it is: no second log entry, no second mail.
    """
    return _move(lock(ids), lambda comment: status, user)


@transaction.atomic
def restore(ids, user=None):
    """Move comments out of spam and trash to the state before; return those moved."""
    rejected = [comment for comment in lock(ids) if comment.status in {SPAM, TRASH}]
    return _move(rejected, _state_before, user)


@transaction.atomic
def delete(ids, user=None):
    """Delete comments for good, lift their replies, and return how many went."""
    comments = lock(ids)
    comments_deleted.send(sender=Comment, comments=comments, user=user)
    thread = _thread_ids(comments)
    for comment in comments:
        parent = Comment.objects.values_list("parent", flat=True).get(pk=comment.pk)
        Comment.objects.filter(parent=comment).update(parent=parent)
        log(comment, "comments.delete", user=user, deleted=True)
        Comment.objects.filter(pk=comment.pk).delete()
    refresh_threads(thread)
    return len(comments)


def refresh_threads(ids):
    """Work out root and visibility of the comments with `ids`, whole threads each."""
    rows = {
        comment.pk: comment
        for comment in Comment.objects.filter(pk__in=ids).only(
            "parent", "status", "root", "is_visible"
        )
    }
    for comment in rows.values():
        root, visible = _root_and_visibility(comment, rows)
        if (root, visible) != (comment.root_id, comment.is_visible):
            Comment.objects.filter(pk=comment.pk).update(root=root, is_visible=visible)


def lock_pages(ids):
    """Let nobody else add to or change the threads of the articles with `ids`."""
    list(Page.objects.select_for_update().filter(pk__in=ids).order_by("pk"))


def _move(comments, target, user):
    moved = []
    for comment in comments:
        status = target(comment)
        if comment.status == status:
            continue
        comment.status_before, comment.status = comment.status, status
        comment.status_changed, comment.status_changed_by = timezone.now(), user
        comment.save(
            update_fields=[
                "status",
                "status_before",
                "status_changed",
                "status_changed_by",
            ]
        )
        log(comment, f"comments.{status}", user=user)
        moved.append(comment)
    refresh_threads(_thread_ids(moved))
    if moved:
        status_changed.send(sender=Comment, comments=moved, user=user)
    return moved


def _state_before(comment):
    before = comment.status_before
    return before if before in {PENDING, APPROVED} else PENDING


def lock(ids):
    """Return the comments with `ids`, and let nobody else change their threads."""
    lock_pages(Comment.objects.filter(pk__in=ids).values("page"))
    return list(Comment.objects.filter(pk__in=ids).select_related("page"))


def _thread_ids(comments):
    roots = {comment.thread_id for comment in comments}
    in_threads = Q(pk__in=roots) | Q(root__in=roots)
    return list(Comment.objects.filter(in_threads).values_list("pk", flat=True))


def _root_and_visibility(comment, rows):
    """Walk up from `comment`: the top's id (None for itself), all approved or not."""
    visible, seen = True, set()
    while True:
        visible = visible and comment.status == APPROVED
        seen.add(comment.pk)
        if comment.parent_id not in rows or comment.parent_id in seen:
            break
        comment = rows[comment.parent_id]
    return (comment.pk if len(seen) > 1 else None), visible
