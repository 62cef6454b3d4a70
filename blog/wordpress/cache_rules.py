"""Cache rules for imports: one invalidation for each batch."""

from blog.comments.tags import COMMENTS, comments_tag
from boulder_therapeutics.core.tags import PAGES
from boulder_therapeutics.pagecache import invalidate

from .signals import batch_written


def register():
    """Connect the rule to the signal of the importer."""
    batch_written.connect(invalidate_batch)


def invalidate_batch(sender, articles, **kwargs):
    """Invalidate all pages, as lists and links may have changed, and comments."""
    invalidate(PAGES, COMMENTS, *map(comments_tag, articles), gone=True)
