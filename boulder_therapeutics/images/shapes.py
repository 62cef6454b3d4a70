"""In which sizes pictures are shown, and how those of many are found at once.

What a picture looks like as HTML is kept by image, so that a page which is made again
needs the sizes of none.
"""

from functools import lru_cache

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.html import format_html

from wagtail.images.models import Filter, Picture

from .models import CustomImage, Rendition

FORMATS = "format-{avif,webp,jpeg}"
# The first size is for browsers that choose none.
SHAPES = {
    "figure": f"{FORMATS}|width-{{800,400,640,1200,1600}}",
    "exercise": f"{FORMATS}|width-{{800,400,1200}}",
    "card": f"{FORMATS}|fill-{{800x450,400x225,1200x675}}",
    "card-whole": f"{FORMATS}|height-{{450,675}}",
    "person": f"{FORMATS}|fill-{{400x500,240x300,800x1000}}",
    "author": f"{FORMATS}|fill-{{144x144,288x288}}",
}


@lru_cache
def filters_of(shape):
    """Return the filters of a shape; made once, as taking their words apart is slow."""
    return [Filter(spec) for spec in Filter.expand_spec(SHAPES[shape])]


def render_picture(image, shape, **attributes):
    """Return a `<picture>` of `image` as HTML."""
    attributes.setdefault("alt", words_for(image))
    renditions = image.get_renditions(*filters_of(shape))
    return format_html("{}", Picture(renditions, attributes))


def words_for(image):
    """Return the alt text of an image where it stands, or else its own."""
    if getattr(image, "decorative", False):
        return ""
    return getattr(image, "contextual_alt_text", None) or image.default_alt_text


def shown_renditions(path="renditions", shapes=SHAPES):
    """Return a lookup of what visitors get of images, for a queryset to prefetch."""
    specs = [each.spec for shape in shapes for each in filters_of(shape)]
    shown = Rendition.objects.filter(filter_spec__in=specs)
    return Prefetch(path, shown, to_attr="prefetched_renditions")


def prefetch_renditions(images):
    """Load what visitors get of `images`, some of them None, with one query."""
    images = [image for image in images if image]
    prefetch_related_objects(images, shown_renditions())


def images_in(blocks):
    """Yield the images of blocks, which finds those of a stream with a query a kind."""
    for block in blocks:
        value = block.value
        if hasattr(value, "values"):
            yield from (part for part in value.values() if is_image(part))


def is_image(value):
    """Tell whether a part of a block is a picture."""
    return isinstance(value, CustomImage)
