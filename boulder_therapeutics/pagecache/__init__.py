"""Whole answers, kept until what they show changes.

Whoever serves a page calls `keep`, which says that everybody may get the answer, and
`tag`, which says what it shows. Whoever changes something calls `purge` with its tags.
"""

from .memo import memoize, remembers
from .parts import keep_part
from .purging import purge, purge_all
from .recording import forget, keep, limit, shown_so_far, tag, untracked
from .rows import tag_rows, track_rows
from .wsgi import answer_first

__all__ = [
    "answer_first",
    "forget",
    "keep",
    "keep_part",
    "limit",
    "memoize",
    "purge",
    "purge_all",
    "remembers",
    "shown_so_far",
    "tag",
    "tag_rows",
    "track_rows",
    "untracked",
]
