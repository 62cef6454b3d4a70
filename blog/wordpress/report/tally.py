"""The outcome of every item and comment of an export, as sums that add up."""

from collections import Counter
from contextlib import contextmanager

IMPORTED, UPDATED, UNCHANGED = "imported", "updated", "unchanged"
SKIPPED, FAILED = "skipped", "failed"
OUTCOMES = [IMPORTED, UPDATED, UNCHANGED, SKIPPED, FAILED]
MAX_NOTES = 20_000


class Tally:
    """Counts by (type, status, outcome, reason), and notes on what needs a look."""

    def __init__(self):
        self.items, self.comments, self.extra = Counter(), Counter(), Counter()
        self.notes, self.notes_dropped = [], 0
        self.found = {}  # what else the export holds, from `describe`

    def item(self, item, outcome, reason="", number=1):
        self.items[item.type, item.status, outcome, reason] += number

    def comment(self, comment, outcome, reason=""):
        self.comments[comment.type, comment.status, outcome, reason] += 1

    def note(self, kind, text, where="", key=None):
        """Add a line for people: what happened, and to which item."""
        if len(self.notes) >= MAX_NOTES:
            self.notes_dropped += 1
            return
        line = {"kind": kind, "text": text[:300], "where": where[:300]}
        self.notes.append(line | ({"key": list(key)} if key else {}))

    @contextmanager
    def batch(self):
        """Roll the counts back if the block raises, as the database does."""
        counters = self.items, self.comments, self.extra
        before, length = [Counter(counter) for counter in counters], len(self.notes)
        try:
            yield
        except BaseException:
            for counter, old in zip(counters, before, strict=True):
                counter.clear()
                counter.update(old)
            del self.notes[length:]
            raise

    @property
    def failed(self):
        return _total(self.items, FAILED) + _total(self.comments, FAILED)

    def total(self, outcome):
        return _total(self.items, outcome)

    def to_json(self):
        return {
            "items": rows(self.items),
            "comments": rows(self.comments),
            "extra": dict(sorted(self.extra.items())),
            "found": self.found,
            "notes": self.notes,
            "notes_dropped": self.notes_dropped,
        }


def _total(counter, outcome):
    return sum(number for key, number in counter.items() if key[2] == outcome)


def rows(counter):
    """Return a counter as a list of rows, sorted."""
    names = ("type", "status", "outcome", "reason", "number")
    return [
        dict(zip(names, (*key, number), strict=True))
        for key, number in sorted(counter.items())
    ]


def sums(table):
    """Return {(type, status): {outcome: number, "total": number}} of such rows."""
    result = {}
    for row in table:
        found = result.setdefault((row["type"], row["status"]), Counter())
        found[row["outcome"]] += row["number"]
        found["total"] += row["number"]
    return result
