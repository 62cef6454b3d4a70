"""The search index and the reference index, for many pages at once."""

from copy import copy
from functools import cache
from itertools import groupby

from modelsearch.backends import get_search_backends

from wagtail.models import ReferenceIndex

from ..workarounds import add_references


def update_indexes(new, changed):
    """Add pages to both indexes, as their signals would have."""
    pages = sorted([*new, *changed], key=_model_name)
    for model, group in groupby(pages, key=type):
        own = _read_once(model, group)
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(model, own)
    add_references(new)
    for page in changed:
        ReferenceIndex.create_or_update_for_object(page)


def _model_name(page):
    return page._meta.label


def _read_once(model, pages):
    """Return copies of pages of which each value for the search is computed once.

    The backends ask for each three or five times, and texts must be parsed for it.
    """
    fields, pages = list(map(copy, model.get_search_fields())), list(map(copy, pages))
    for field in fields:
        field.get_value = cache(field.get_value)
    for page in pages:
        page.get_search_fields = lambda: fields
    return pages
