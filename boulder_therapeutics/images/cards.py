"""The pictures of cards, kept by image: lists need neither images nor their sizes."""

from functools import cached_property

from django.template.loader import render_to_string

from boulder_therapeutics.pagecache import memoize

from .models import CustomImage
from .shapes import shown_renditions

MOST_KEPT = 1000


class CardImages:
    """The images of the cards of one list, found together when one is needed."""

    def __init__(self, ids):
        self.ids = set(ids)

    @cached_property
    def found(self):
        """The images by id, with the sizes that cards show."""
        lookup = shown_renditions(shapes=["card", "card-whole"])
        return CustomImage.objects.prefetch_related(lookup).in_bulk(self.ids)


@memoize("image-{}", most=MOST_KEPT)
def render_card_picture(pk, is_large, *, images):
    """Return the picture of a card as HTML, "" for an image that is no more."""
    if image := images.found.get(pk):
        context = {"image": image, "large": is_large}
        return render_to_string("components/card_picture.html", context)
    return ""
