"""Whole responses, cached until the rows and lists they show change.

A view marks its response with `cache_response` and names the lists it shows as tags;
rows add their own tags as they are read. Code that changes data calls `invalidate`.
"""

from .invalidation import invalidate, invalidate_all
from .rules import expire_with_rows, invalidate_on_change, row_tag, track_rows
from .tagging import add_tags, cache_response, cached_view, expire_at
from .wsgi import serve_cached_first

__all__ = [
    "add_tags",
    "cache_response",
    "cached_view",
    "expire_at",
    "expire_with_rows",
    "invalidate",
    "invalidate_all",
    "invalidate_on_change",
    "row_tag",
    "serve_cached_first",
    "track_rows",
]
