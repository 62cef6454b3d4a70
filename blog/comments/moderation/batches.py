"""Performing an action on one or thousands of comments, and undoing it."""

from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic

from django.db import transaction
from django.utils import timezone

from wagtail.log_actions import LogContext

from .. import states
from ..models import Comment, ModerationBatch

# Comments per transaction, so that readers can post in between.
CHUNK_SIZE = 100
# The server ends requests that take much longer.
MAX_SECONDS = 20
UNDO_PERIOD = timedelta(days=1)


@dataclass
class Outcome:
    """The comments that an action changed, and those it could not change.

    `skipped` comments had another status by then; `missing` counts the deleted ones,
    `unfinished` those for which there was no time.
    """

    result: str
    done: list = field(default_factory=list)
    skipped: list = field(default_factory=list)
    missing: int = 0
    unfinished: int = 0
    batch: ModerationBatch | None = None


def perform(action, rows, user):
    """Perform `action` on the comments in `rows`, {ID: the status the moderator saw}.

    A comment with another status by now is skipped: another moderator has decided.
    """
    outcome = Outcome(action.result)
    deadline = monotonic() + MAX_SECONDS
    expired = timezone.now() - UNDO_PERIOD
    ModerationBatch.objects.filter(created__lt=expired).delete()
    for ids in _chunks(sorted(rows)):
        if monotonic() > deadline:
            outcome.unfinished += len(ids)
            continue
        with transaction.atomic(), _log_separately(user):
            _perform_chunk(action, {pk: rows[pk] for pk in ids}, user, outcome)
    return outcome


def undo(batch_id, user):
    """Restore the comments in one of the user's batches, and delete the batch.

    A comment that another moderator has changed since then is skipped.
    """
    outcome = Outcome("restored")
    own = ModerationBatch.objects.filter(pk=batch_id, user=user).select_for_update()
    while True:
        with transaction.atomic(), _log_separately(user):
            batch = own.first()
            if batch is None:
                return outcome
            _undo_chunk(batch.changes[:CHUNK_SIZE], user, outcome)
            batch.changes = batch.changes[CHUNK_SIZE:]
            if batch.changes:
                batch.save()
            else:
                batch.delete()


def record(outcome, user, changes):
    """Add `changes` to the batch of `outcome`, so that they can be undone."""
    if not changes:
        return
    if outcome.batch is None:
        outcome.batch = ModerationBatch(user=user)
    outcome.batch.changes += changes
    outcome.batch.summary = f"{len(outcome.batch.changes)} {outcome.result}"
    outcome.batch.save()


def last_batch(user):
    """Return the user's latest batch that can be undone, or None."""
    return ModerationBatch.objects.filter(user=user).order_by("-pk").first()


def _log_separately(user):
    # Wagtail's history shows only the last of several entries with the same UUID.
    return LogContext(user=user, generate_uuid=False)


def _perform_chunk(action, rows, user, outcome):
    found = states.lock(rows)
    ready = {
        comment.pk: comment
        for comment in found
        if comment.status == rows[comment.pk] and comment.status in action.sources
    }
    changed = action.perform(list(ready), user)
    outcome.done += ready.values()
    outcome.skipped += [comment for comment in found if comment.pk not in ready]
    outcome.missing += len(rows) - len(found)
    changes = [
        [now.pk, now.status, ready[now.pk].status, ready[now.pk].status_before]
        for now in changed
    ]
    record(outcome, user, changes)


def _undo_chunk(changes, user, outcome):
    changes = {pk: change for pk, *change in changes}
    found = states.lock(changes)
    by_status, by_status_before = {}, {}
    for comment in found:
        new_status, status, status_before = changes[comment.pk]
        if (comment.status, comment.status_changed_by_id) != (new_status, user.pk):
            outcome.skipped.append(comment)
            continue
        outcome.done.append(comment)
        by_status.setdefault(status, []).append(comment.pk)
        by_status_before.setdefault(status_before, []).append(comment.pk)
    for status, ids in by_status.items():
        states.set_status(ids, status, user)
    for status_before, ids in by_status_before.items():
        Comment.objects.filter(pk__in=ids).update(status_before=status_before)
    outcome.missing += len(changes) - len(found)


def _chunks(ids):
    return [ids[start : start + CHUNK_SIZE] for start in range(0, len(ids), CHUNK_SIZE)]
