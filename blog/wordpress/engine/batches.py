"""Writing in batches, each in one transaction that holds its rows of the ledger."""

import time

from django.db import connection, transaction

from ..report.tally import FAILED

BATCH_LENGTH = 2_000_000  # characters; a multiple of this is in memory
COMMENT_LENGTH = 1_000
PAUSE = 0.12  # seconds


class StopImport(Exception):
    """Raised between two batches when somebody asked to stop."""


def batches(items, size):
    """Yield lists of `size` items, fewer where they are large."""
    batch, length = [], 0
    for item in items:
        batch.append(item)
        length += len(item.content) + len(item.comments) * COMMENT_LENGTH
        if len(batch) == size or length > BATCH_LENGTH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def give_way():
    """Let others write between two batches.

    SQLite has no queue for its lock: who waits looks again after at most 100 ms, and
    would find it taken again each time.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        time.sleep(PAUSE)


class Guard:
    """Writes batches so that one bad item fails alone."""

    def __init__(self, context, check_stop):
        self.context, self.check_stop = context, check_stop
        self.failed = set()

    def write(self, items, write, forget=lambda: None, fail=lambda item: None):
        """Call `write` in one transaction; if that fails, once for each item.

        `forget` is called after a transaction was rolled back, `fail` with each item
        that cannot be written.
        """
        self.check_stop()
        if not items:
            return
        try:
            with self.context.tally.batch(), transaction.atomic():
                write(items)
            give_way()
        except StopImport:
            raise
        except Exception as error:
            self.context.forget()
            forget()
            if len(items) > 1:
                for item in items:
                    self.write([item], write, forget, fail)
            else:
                self._count(items[0], error)
                fail(items[0])

    def _count(self, item, error):
        """Count an item as failed, once, with the reason."""
        if item.key not in self.failed:
            self.failed.add(item.key)
            reason = f"{type(error).__name__}: {error}"[:200]
            self.context.tally.item(item, FAILED, reason)
            self.context.tally.note("failed", reason, f"line {item.line}", item.key)
