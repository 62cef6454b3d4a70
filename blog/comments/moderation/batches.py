"""Moving comments, one or thousands, and putting them back."""

from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic

from django.db import transaction
from django.utils import timezone

from wagtail.log_actions import LogContext

from .. import states
from ..models import Comment, ModerationBatch

# Each chunk is a transaction of its own, so that readers can post in between.
CHUNK = 100
# A request that takes much longer is cut off by the server.
MOST_SECONDS = 20


@dataclass
class Outcome:
    """Which comments were moved, and what stood in the way of the others."""

    words: str
    done: list = field(default_factory=list)
    left: list = field(default_factory=list)
    gone: int = 0
    unfinished: int = 0
    batch: ModerationBatch | None = None


def perform(action, rows, user):
    """Do `action` to the comments of `rows`, {id: the state the moderator saw}.

    A comment that is in another state by now is left alone: somebody else decided.
    """
    outcome = Outcome(action.done)
    deadline = monotonic() + MOST_SECONDS
    yesterday = timezone.now() - timedelta(days=1)
    ModerationBatch.objects.filter(created__lt=yesterday).delete()
    for ids in _chunks(sorted(rows)):
        if monotonic() > deadline:
            outcome.unfinished += len(ids)
            continue
        with transaction.atomic(), _log_each(user):
            _perform(action, {pk: rows[pk] for pk in ids}, user, outcome)
    return outcome


def undo(batch_id, user):
    """Put the comments of one of the user's batches back, and use the batch up.

    A comment that somebody else has touched since is left alone.
    """
    outcome = Outcome("put back")
    own = ModerationBatch.objects.filter(pk=batch_id, user=user).select_for_update()
    while True:
        with transaction.atomic(), _log_each(user):
            batch = own.first()
            if batch is None:
                return outcome
            _put_back(batch.changes[:CHUNK], user, outcome)
            batch.changes = batch.changes[CHUNK:]
            if batch.changes:
                batch.save()
            else:
                batch.delete()


def record(outcome, user, changes):
    """Remember `changes` in the batch of the outcome, so that they can be undone."""
    if not changes:
        return
    if outcome.batch is None:
        outcome.batch = ModerationBatch(user=user)
    outcome.batch.changes += changes
    outcome.batch.summary = f"{len(outcome.batch.changes)} {outcome.words}"
    outcome.batch.save()


def last_batch(user):
    """Return what the user did last and has not undone, or None."""
    return ModerationBatch.objects.filter(user=user).order_by("-pk").first()


def _log_each(user):
    # Of the entries of one request, Wagtail's history shows but the last.
    return LogContext(user=user, generate_uuid=False)


def _perform(action, rows, user, outcome):
    found = states.lock(rows)
    ready = {
        comment.pk: comment
        for comment in found
        if comment.status == rows[comment.pk] and comment.status in action.sources
    }
    moved = action.move(list(ready), user)
    outcome.done += ready.values()
    outcome.left += [comment for comment in found if comment.pk not in ready]
    outcome.gone += len(rows) - len(found)
    changes = [
        [now.pk, now.status, ready[now.pk].status, ready[now.pk].status_before]
        for now in moved
    ]
    record(outcome, user, changes)


def _put_back(changes, user, outcome):
    changes = {pk: change for pk, *change in changes}
    found = states.lock(changes)
    by_status, by_memory = {}, {}
    for comment in found:
        status_now, status, memory = changes[comment.pk]
        if (comment.status, comment.status_changed_by_id) != (status_now, user.pk):
            outcome.left.append(comment)
            continue
        outcome.done.append(comment)
        by_status.setdefault(status, []).append(comment.pk)
        by_memory.setdefault(memory, []).append(comment.pk)
    for status, ids in by_status.items():
        states.set_status(ids, status, user)
    for memory, ids in by_memory.items():
        Comment.objects.filter(pk__in=ids).update(status_before=memory)
    outcome.gone += len(changes) - len(found)


def _chunks(ids):
    return [ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)]
