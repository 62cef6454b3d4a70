"""The search index and the reference index, for many pages at once."""

from itertools import groupby

from modelsearch.backends import get_search_backends

from wagtail.models import ReferenceIndex


def update_indexes(pages):
    """Add new or changed pages to both indexes, as their signals would have."""
    for model, group in groupby(sorted(pages, key=_model_name), key=type):
        own = list(group)
        for backend in get_search_backends(with_auto_update=True):
            backend.add_bulk(model, own)
    for page in pages:
        ReferenceIndex.create_or_update_for_object(page)


def _model_name(page):
    return page._meta.label
