"""Performing an action on one or thousands of comments, and undoing it.

A batch is stored before it begins, in chunks that are changed in a transaction each.
The request does what it can in a few seconds; `background` does the rest.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic

from django.db import transaction
from django.utils import timezone

from wagtail.log_actions import LogContext

from .. import states
from ..models import BatchChunk, Comment, ModerationBatch
from .actions import ACTIONS

# Comments per transaction, so that readers can post in between.
CHUNK_SIZE = 50
# The time that a moderator waits before seeing the progress.
MAX_SECONDS = 3
UNDO_PERIOD = timedelta(days=1)
Stage = ModerationBatch.Stage
NEXT_STAGES = {Stage.PERFORMING: Stage.PERFORMED, Stage.UNDOING: Stage.UNDONE}


@dataclass
class Outcome:
    """The comments that an action changed, and those it could not change.

    `skipped` comments had another status by then; `missing` counts the deleted ones.
    `batch` is None if nothing is left to be done or undone.
    """

    result: str
    done: list = field(default_factory=list)
    skipped: list = field(default_factory=list)
    missing: int = 0
    batch: ModerationBatch | None = None

    @property
    def is_running(self):
        """Whether `background` still has to finish the batch."""
        return self.batch is not None and self.batch.is_running


def perform(action, rows, user):
    """Perform `action` on the comments in `rows`, {ID: the status the moderator saw}.

    A comment with another status by now is skipped: another moderator has decided.
    """
    outcome = Outcome(action.result)
    expired = timezone.now() - UNDO_PERIOD
    ModerationBatch.objects.filter(created__lt=expired).delete()
    outcome.batch = work_on(_store(action, rows, user), outcome)
    _forget_if(outcome, Stage.PERFORMED, lambda: not _changes(outcome.batch).exists())
    return outcome


def undo(batch_id, user):
    """Restore the comments in one of the user's batches; stop it if it is running.

    A comment that another moderator has changed since then is skipped.
    """
    outcome = Outcome("restored")
    if batch := _start_undoing(batch_id, user):
        outcome.batch = work_on(batch, outcome)
        _forget_if(outcome, Stage.UNDONE)
    return outcome


def work_on(batch, outcome, seconds=None):
    """Work on a batch for some seconds, at least on one chunk.

    Return it as it is then, None if another process has finished and deleted it.
    """
    deadline = monotonic() + (MAX_SECONDS if seconds is None else seconds)
    while (batch := _work_on_chunk(batch, outcome)) and batch.is_running:
        if monotonic() > deadline:
            break
    return batch


def record(outcome, user, changes):
    """Store `changes` that were made without a batch, so that they can be undone."""
    outcome.batch = ModerationBatch.objects.create(
        user=user, result=outcome.result, done=len(changes)
    )
    outcome.batch.chunks.create(changes=changes)


def last_batch(user):
    """Return the user's latest batch that can be undone, or None."""
    batches = ModerationBatch.objects.filter(user=user, stage=Stage.PERFORMED)
    return batches.filter(done__gt=0).exclude(action="delete").order_by("-pk").first()


def running_batch(user):
    """Return the user's oldest batch that is not finished, or None."""
    batches = ModerationBatch.objects.filter(user=user, stage__in=NEXT_STAGES)
    return batches.order_by("pk").first()


@transaction.atomic
def _store(action, rows, user):
    batch = ModerationBatch.objects.create(
        user=user,
        action=action.slug,
        result=action.result,
        stage=Stage.PERFORMING,
        total=len(rows),
    )
    rows = sorted(rows.items())
    starts = range(0, len(rows), CHUNK_SIZE)
    chunks = [BatchChunk(batch=batch, rows=rows[s : s + CHUNK_SIZE]) for s in starts]
    BatchChunk.objects.bulk_create(chunks)
    return batch


@transaction.atomic
def _start_undoing(batch_id, user):
    """Return the batch, ready to be undone, or None if that has happened before."""
    batches = ModerationBatch.objects.select_for_update()
    undoable = [Stage.PERFORMED, Stage.PERFORMING]
    batch = batches.filter(pk=batch_id, user=user, stage__in=undoable).first()
    if batch is None:
        return None
    _waiting(batch).delete()
    batch.stage, batch.total = Stage.UNDOING, batch.done
    batch.done = batch.skipped = batch.missing = 0
    batch.save()
    return batch


def _forget_if(outcome, stage, condition=lambda: True):
    if outcome.batch and outcome.batch.stage == stage and condition():
        outcome.batch.delete()
        outcome.batch = None


def _waiting(batch):
    return batch.chunks.filter(changes__isnull=True)


def _changes(batch):
    return batch.chunks.filter(changes__isnull=False).exclude(changes=[])


@transaction.atomic
def _work_on_chunk(batch, outcome):
    """Change one chunk, or note that all are done; return the batch as it is then."""
    batch = ModerationBatch.objects.select_for_update().filter(pk=batch.pk).first()
    if batch is None or not batch.is_running:
        return batch
    is_undo = batch.stage == Stage.UNDOING
    chunk = (batch.chunks if is_undo else _waiting(batch)).first()
    if chunk is None:
        batch.stage = NEXT_STAGES[batch.stage]
    else:
        part = Outcome(outcome.result)
        with _log_separately(batch.user):
            (_undo_chunk if is_undo else _perform_chunk)(chunk, batch, part)
        _add(part, batch, outcome)
    batch.save()
    return batch


def _add(part, batch, outcome):
    batch.done += len(part.done)
    batch.skipped += len(part.skipped)
    batch.missing += part.missing
    outcome.done += part.done
    outcome.skipped += part.skipped
    outcome.missing += part.missing


def _log_separately(user):
    # Wagtail's history shows only the last of several entries with the same UUID.
    return LogContext(user=user, generate_uuid=False)


def _perform_chunk(chunk, batch, outcome):
    action, rows = ACTIONS[batch.action], dict(chunk.rows)
    found = states.lock(rows)
    ready = {
        comment.pk: comment
        for comment in found
        if comment.status == rows[comment.pk] and comment.status in action.sources
    }
    changed = action.perform(list(ready), batch.user)
    outcome.done += ready.values()
    outcome.skipped += [comment for comment in found if comment.pk not in ready]
    outcome.missing += len(rows) - len(found)
    chunk.changes = [
        [now.pk, now.status, ready[now.pk].status, ready[now.pk].status_before]
        for now in changed
    ]
    chunk.save(update_fields=["changes"])


def _undo_chunk(chunk, batch, outcome):
    changes = {pk: change for pk, *change in chunk.changes}
    found = states.lock(changes)
    by_status, by_status_before = {}, {}
    for comment in found:
        new_status, status, status_before = changes[comment.pk]
        decision = comment.status, comment.status_changed_by_id
        if decision != (new_status, batch.user_id):
            outcome.skipped.append(comment)
            continue
        outcome.done.append(comment)
        by_status.setdefault(status, []).append(comment.pk)
        by_status_before.setdefault(status_before, []).append(comment.pk)
    for status, ids in by_status.items():
        states.set_status(ids, status, batch.user)
    for status_before, ids in by_status_before.items():
        Comment.objects.filter(pk__in=ids).update(status_before=status_before)
    outcome.missing += len(changes) - len(found)
    chunk.delete()
