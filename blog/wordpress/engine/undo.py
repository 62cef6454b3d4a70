"""Taking an import back: what it made and nobody has touched since."""

from collections import Counter

from django.db import transaction

from ..models import ImportRun
from ..models.ledger import COMMENTS, EXISTING, OTHER_KINDS
from ..read.errors import ExportError
from .added_comments import IN_USE, remove_comments
from .batches import give_way
from .undo_rules import reason_to_leave

BATCH = 20  # as deleting a page takes long, and nobody else can write meanwhile


def undo(pk, report=lambda done, total: None):
    """Undo run `pk`; return a line for everything that was removed or left."""
    run = ImportRun.objects.filter(pk=pk).first()
    if run is None:
        raise ExportError(f"There is no run {pk}.")
    undoing = Undo(run)
    total, done = run.items.count(), 0
    while rows := undoing.next_rows():
        with transaction.atomic():
            for row in rows:
                undoing.remove(row)
        give_way()
        done += len(rows)
        report(done, total)
    run.state = ImportRun.State.UNDONE
    run.save(update_fields=["state"])
    return undoing.lines()


class Undo:
    def __init__(self, run):
        self.run, self.removed, self.left = run, Counter(), []
        # Pages first, as they use the others; the newest first, as they are below.
        rows = run.items.defer("raw").order_by("-pk")
        others = rows.filter(kind__in=OTHER_KINDS)
        files = rows.filter(kind="attachment")
        self.groups = [rows.pages(), files, others.exclude(kind="attachment")]
        self.last = None

    def next_rows(self):
        """Return the next rows, [] if there are no more."""
        while self.groups:
            rows = self.groups[0]
            found = list((rows.filter(pk__lt=self.last) if self.last else rows)[:BATCH])
            if found:
                self.last = found[-1].pk
                return found
            self.groups.pop(0)
            self.last = None
        return []

    def remove(self, row):
        target = row.target
        if target is None or row.guid == EXISTING:
            row.delete()
        elif row.kind == COMMENTS:
            self._remove_comments(row, target)
        elif reason := reason_to_leave(row, target):
            self.left.append(f"{row.kind} “{target}”: {reason}")
        else:
            target.delete()
            row.delete()
            self.removed[row.kind] += 1

    def _remove_comments(self, row, page):
        removed, left = remove_comments(row)
        self.removed["comment"] += removed
        if left:
            self.left.append(f"{left} × comment on “{page}”: {IN_USE}")

    def lines(self):
        yield from (f"Removed: {n} × {kind}" for kind, n in self.removed.items() if n)
        yield from (f"Left: {line}" for line in self.left)
        if not (self.removed.total() or self.left):
            yield "Nothing was removed, as the run only changed what was here before."
