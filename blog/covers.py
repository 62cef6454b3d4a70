"""The cover of an article, as other sites show it."""

# What cards have made already; see components/card_picture.html.
WIDE, TALL = "format-jpeg|fill-1200x675", "format-jpeg|height-675"


def render_cover(article):
    """Return a JPEG of the cover of `article`, or None without a cover."""
    cover = article.cover
    return cover and cover.get_rendition(TALL if cover.is_portrait() else WIDE)
