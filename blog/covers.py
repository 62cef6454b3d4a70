"""The covers of articles, on cards and as other sites show them."""

from typing import NamedTuple

from wagtail.images.models import Filter

from boulder_therapeutics.images.cards import CardImages
from boulder_therapeutics.images.models import CustomImage
from boulder_therapeutics.images.shapes import MOST_KEPT, find_renditions
from boulder_therapeutics.pagecache import memoize

# What cards have made already; see components/card_picture.html.
WIDE, TALL = Filter("format-jpeg|fill-1200x675"), Filter("format-jpeg|height-675")


FIELDS = [field.attname for field in CustomImage._meta.concrete_fields]


def fetch_cover(article):
    """Give `article` its cover, mostly without a query."""
    if row := article.cover_id and _fetch_row(article.cover_id):
        article.cover = CustomImage.from_db(None, FIELDS, row)


@memoize("image-{}", most=MOST_KEPT)
def _fetch_row(pk):
    """Return the values of an image: an image itself is not for several threads."""
    return CustomImage.objects.filter(pk=pk).values_list(*FIELDS).first()


class Jpeg(NamedTuple):
    """A file that every program can show: its address, and its size in pixels."""

    url: str
    width: int
    height: int


def find_cover(article):
    """Return a JPEG of the cover of `article`, or None without a cover."""
    return article.cover and _find_jpeg(article.cover.pk, image=article.cover)


@memoize("image-{}", most=MOST_KEPT)
def _find_jpeg(pk, *, image):
    (jpeg,) = find_renditions(image, TALL if image.is_portrait() else WIDE).values()
    return Jpeg(jpeg.url, jpeg.width, jpeg.height)


def share_covers(articles):
    """Return `articles` as a list whose covers are found together, if one is needed."""
    articles = list(articles)
    images = CardImages(article.cover_id for article in articles if article.cover_id)
    for article in articles:
        article.card_images = images
    return articles
