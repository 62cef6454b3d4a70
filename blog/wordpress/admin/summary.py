"""What an export holds, and what becomes of it, in words for the clinic’s owner."""

from collections import Counter

from ..report.tally import FAILED, IMPORTED, SKIPPED, UNCHANGED

GROUPS = {
    "post": "posts",
    "page": "pages",
    "attachment": "pictures and files",
    "comment": "comments",
}
OTHERS = "other things"
STATUSES = {
    "publish": "public, here as well",
    "future": "scheduled, here as well",
    "draft": "in draft, here as well",
    "pending": "waiting for review, here in draft",
    "private": "private, and not public here",
    "trash": "in the trash there now, here in draft",
    "inherit": "for the image and document library",
    "approved": "approved, and shown here",
    "pending comment": "waiting for approval, here as well",
    "spam": "marked as spam, and hidden here",
    "post-trashed": "in the trash, here as well",
}


def summarize(report):
    """Return [{"name", "number", "lines"}] for the sums of a report or analysis."""
    groups = {}
    for table in "items", "comments":
        for row in report[table]:
            name = GROUPS.get("comment" if table == "comments" else row["type"], OTHERS)
            group = groups.setdefault(name, Counter())
            group[_line(row, table)] += row["number"]
    order = [*GROUPS.values(), OTHERS]
    return [
        {
            "name": name,
            "number": f"{groups[name].total():,}",
            "lines": [f"{n:,} {text}" for text, n in groups[name].most_common()],
        }
        for name in order
        if name in groups
    ]


def _line(row, table):
    """Return what became of the things in a row of sums."""
    outcome, status = row["outcome"], row["status"]
    if outcome in {SKIPPED, FAILED}:
        return f"{'left out' if outcome == SKIPPED else 'failed'}: {row['reason']}"
    if outcome == UNCHANGED:
        return "here already, unchanged"
    if table == "comments" and status in {"pending", "trash"}:
        status = "pending comment" if status == "pending" else "post-trashed"
    words = STATUSES.get(status, f"in the unknown status “{status}”, here in draft")
    return words if outcome == IMPORTED else f"changed there: {words}"
