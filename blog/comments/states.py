"""Changes of a comment's status; nothing else may change it."""

from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import Page

from .models import Comment

APPROVED, PENDING = Comment.Status.APPROVED, Comment.Status.PENDING
SPAM, TRASH = Comment.Status.SPAM, Comment.Status.TRASH

# Both are sent inside the transaction; receivers with effects outside the database
# must wait for the commit.
#
# After comments were added or their status changed. Arguments: `comments`, a list whose
# `status_before` is empty for new comments; `user`, who did it, or None.
status_changed = Signal()
# Before comments are deleted. Arguments: `comments`, a list; `user`, as above.
comments_deleted = Signal()


# Callers give up if this fails, so a savepoint would only cost two round trips.
@transaction.atomic(savepoint=False)
def add(comment):
    """Save a new comment with its position in the thread and its visibility."""
    parent = comment.parent
    comment.root_id = parent and parent.thread_id
    comment.is_visible = comment.status == APPROVED and (
        parent is None or parent.is_visible
    )
    comment.needs_notification = comment.status == PENDING
    comment.save(force_insert=True)
    status_changed.send(sender=Comment, comments=[comment], user=comment.user)


def add_imported(comments):
    """Save comments from another site, all at once and without any email.

    They must have ids, their own and their parents’. Callers invalidate.
    """
    parents = {comment.parent_id for comment in comments} - {None}
    parents -= {comment.pk for comment in comments}
    older = Comment.objects.filter(pk__in=_thread_ids(_load(parents)))
    rows = {comment.pk: comment for comment in [*older, *comments]}
    for comment in comments:
        comment.root_id, comment.is_visible = _root_and_visibility(comment, rows)
    Comment.objects.bulk_create(comments)


@transaction.atomic
def set_status(ids, status, user=None):
    """Set the status of the comments with `ids` and return those that changed.

    A comment that already has the status gets no second log entry and no second email.
    """
    return _move(lock(ids), lambda comment: status, user)


@transaction.atomic
def restore(ids, user=None):
    """Restore comments from spam and trash; return those that changed."""
    rejected = [comment for comment in lock(ids) if comment.status in {SPAM, TRASH}]
    return _move(rejected, _previous_status, user)


@transaction.atomic
def delete(ids, user=None):
    """Delete comments, move their replies up, and return the number deleted."""
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
    """Update `root` and `is_visible` of the comments with `ids`.

    `ids` must include every comment of each thread.
    """
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
    """Lock articles until the end of the transaction, and so their threads."""
    list(Page.objects.select_for_update().filter(pk__in=ids).order_by("pk"))


def lock(ids):
    """Return the comments with `ids`, with their articles locked."""
    lock_pages(Comment.objects.filter(pk__in=ids).values("page"))
    return list(Comment.objects.filter(pk__in=ids).select_related("page"))


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


def _load(ids):
    return Comment.objects.filter(pk__in=ids) if ids else []


def _previous_status(comment):
    before = comment.status_before
    return before if before in {PENDING, APPROVED} else PENDING


def _thread_ids(comments):
    roots = {comment.thread_id for comment in comments}
    in_threads = Q(pk__in=roots) | Q(root__in=roots)
    return list(Comment.objects.filter(in_threads).values_list("pk", flat=True))


def _root_and_visibility(comment, rows):
    """Return the top-level ancestor's ID, or None, and whether all are approved."""
    visible, seen = True, set()
    while True:
        visible = visible and comment.status == APPROVED
        seen.add(comment.pk)
        if comment.parent_id not in rows or comment.parent_id in seen:
            break
        comment = rows[comment.parent_id]
    return (comment.pk if len(seen) > 1 else None), visible
