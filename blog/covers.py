"""The cover of an article in a size and format that every program can show."""

from wagtail.images.models import Filter

# Cards have these sizes, too; see components/card_picture.html.
WIDE, TALL = Filter("format-jpeg|fill-1200x675"), Filter("format-jpeg|height-675")


def find_cover(article):
    """Return a JPEG rendition of the cover of `article`, or None without a cover."""
    if not article.cover:
        return None
    return article.cover.get_rendition(TALL if article.cover.is_portrait() else WIDE)
