"""Cache rules for categories and tags, which appear in lists and articles."""

from taggit.models import Tag

from boulder_therapeutics.core.tags import PAGES
from boulder_therapeutics.pagecache import invalidate_on_change

from .models import Category


def register():
    """Connect the rules to the signals of the models."""
    for model in (Category, Tag):
        invalidate_on_change(model, tags=lambda row: [PAGES])
