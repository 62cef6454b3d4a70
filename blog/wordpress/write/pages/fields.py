"""The fields of pages, by their model."""

import json

from nh3 import clean

from blog.models import BlogPage
from blog.models.articles import texts_in
from boulder_therapeutics.core.models import StandardPage
from services.models import ServicePage

from ...convert.article import add_picture
from ...convert.services import convert_service
from ...read.elements import to_number

LINKS = {"link", "link of an image"}  # kinds of losses
# The columns of its own table that every import of a page sets.
OWN_FIELDS = {
    BlogPage: [
        *["introduction", "date", "cover", "body", "word_count", "comments_open"],
        *["noindex", "pinned"],
    ],
    StandardPage: ["introduction", "body", "noindex"],
    ServicePage: [
        *["short", "summary", "picture", "treatment", "doctor_notices", "noindex"],
    ],
}


def fill(page, item, article, resolver):
    """Set the fields of `page` that only its model has."""
    picture = _find_picture(item, article, resolver)
    page.noindex = article.noindex
    article.has_missing_media |= _has_lost_file(article, resolver)
    if isinstance(page, BlogPage):
        page.date = article.date or page.first_published_at
        page.comments_open = article.comments_open
        page.pinned = item.get("wp:is_sticky") == "1"
        page.cover_id = picture.pk if picture else page.cover_id
        page.word_count = count_words(article.blocks)
    elif picture:
        add_picture(article, picture)
    if isinstance(page, ServicePage):
        for name, value in convert_service(article).items():
            setattr(page, name, value if name in TEXTS else json.dumps(value))
    else:
        page.introduction = article.introduction
        page.body = json.dumps(article.blocks)


TEXTS = {"short", "summary", "treatment"}


def _find_picture(item, article, resolver):
    """Return the featured image of an item, or None."""
    number = to_number(item.get_meta("_thumbnail_id"))
    picture = resolver.picture("", number) if number else None
    if number and picture is None:
        article.has_missing_media = True
        article.losses.append(("image", f"featured image {number}", ""))
    return picture


def _has_lost_file(article, resolver):
    """Return whether a link leads to a file that is not here."""
    lost = (url for kind, url, _ in article.losses if kind in LINKS)
    return any(map(resolver.is_file, lost))


def count_words(blocks):
    """Return the number of words, as `BlogPage.count_words`, but five times as fast."""
    texts = texts_in(blocks)
    return sum(len((clean(t, tags=set()) if "<" in t else t).split()) for t in texts)
