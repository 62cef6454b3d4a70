"""The covers of articles, on cards and as other sites show them."""

from boulder_therapeutics.core.pictures.cards import CardImages

# What cards have made already; see components/card_picture.html.
WIDE, TALL = "format-jpeg|fill-1200x675", "format-jpeg|height-675"


def render_cover(article):
    """Return a JPEG of the cover of `article`, or None without a cover."""
    cover = article.cover
    return cover and cover.get_rendition(TALL if cover.is_portrait() else WIDE)


def share_covers(articles):
    """Return `articles` as a list whose covers are found together, if one is needed."""
    articles = list(articles)
    images = CardImages(article.cover_id for article in articles if article.cover_id)
    for article in articles:
        article.card_images = images
    return articles
