"""Whole answers, kept until what they show changes.

Whoever serves a page calls `keep`, which says that everybody may get the answer, and
`tag`, which says what it shows. Whoever changes something calls `purge` with its tags.
"""

from .invalidation import purge, purge_all
from .memo import memoize, remembers
from .parts import keep_part
from .rules import tag_rows, track_rows
from .tagging import forget, keep, limit, shown_so_far, tag, untracked
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
