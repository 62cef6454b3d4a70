"""Bulk actions that take longer than a request, continued by the web processes."""

from boulder_therapeutics.operations.background import BackgroundWork

from ..models import ModerationBatch
from .batches import NEXT_STAGES, Outcome, work_on

# Between chunks, so that requests of readers get their turn with the database.
PAUSE = 0.1  # seconds


def continue_batch():
    """Work on one chunk of the oldest unfinished batch; return when to continue."""
    unfinished = ModerationBatch.objects.filter(stage__in=NEXT_STAGES)
    batch = unfinished.select_related("user").order_by("pk").first()
    if batch is None:
        return None
    work_on(batch, Outcome(batch.result), seconds=0)
    return PAUSE


worker = BackgroundWork(continue_batch)
