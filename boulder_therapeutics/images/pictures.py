"""Images as HTML, for which their existing renditions are found with one query."""

from collections import defaultdict
from hashlib import sha256
from typing import NamedTuple

from django.forms.utils import flatatt
from django.urls import reverse
from django.utils.html import format_html

from wagtail.images.utils import generate_signature

from .models import CustomImage, Rendition
from .shapes import SHAPES, SPECS, cover_filter, resulting_size

PICTURE = '<picture><source type="image/avif" srcset="{}" sizes="{}"><img{}></picture>'


class Source(NamedTuple):
    """What an `<img>` needs of a rendition: its URL, and its size in pixels."""

    url: str
    width: int
    height: int


def prefetch_renditions(images):
    """Find the existing renditions of `images`, some of which may be None, at once.

    An image that this was not called for costs a query when it is first rendered.
    """
    images = [image for image in images if image]
    found = defaultdict(dict)
    url_of = Rendition._meta.get_field("file").storage.url
    rows = Rendition.objects.filter(
        image__in={image.pk for image in images}, filter_spec__in=SPECS
    ).values_list("image", "filter_spec", "focal_point_key", "file", "width", "height")
    for pk, spec, focal_point_key, file, width, height in rows if images else ():
        found[pk][spec, focal_point_key] = Source(url_of(file), width, height)
    for image in images:
        image.existing_sources = found[image.pk]


def find_source(image, image_filter):
    """Return the Source of a rendition; the URL of a missing one creates it."""
    if not hasattr(image, "existing_sources"):
        prefetch_renditions([image])
    key = (image_filter.spec, image_filter.get_cache_key(image))
    if source := image.existing_sources.get(key):
        return source
    return Source(dynamic_url(image, *key), *resulting_size(image, image_filter))


def dynamic_url(image, spec, focal_point_key):
    """Return a URL that serves a rendition and creates it if it is missing.

    It changes with the file and the focal point, as browsers cache it for a year.
    """
    signature = generate_signature(image.pk, spec)
    version = f"{image.file.name} {image.file_hash} {focal_point_key}"
    name = sha256(version.encode()).hexdigest()[:12]
    return reverse("serve_rendition", args=[signature, image.pk, spec, name])


def render_picture(image, shape, *, sizes="100vw", **attributes):
    """Return a `<picture>` of `image` with `attributes`, without encoding anything."""
    avif, (jpeg,) = SHAPES[shape]
    by_width = {}
    for source in (find_source(image, image_filter) for image_filter in avif):
        # Several sizes are the same if the original is smaller.
        by_width.setdefault(source.width, f"{source.url} {source.width}w")
    src, width, height = find_source(image, jpeg)
    alt = alt_text(image)
    attributes = {"src": src, "width": width, "height": height, "alt": alt} | attributes
    return format_html(
        PICTURE, ", ".join(by_width.values()), sizes, flatatt(attributes)
    )


def cover_jpeg(image):
    """Return the Source of a JPEG of a cover for feed readers and search engines."""
    return find_source(image, cover_filter(image))


def alt_text(image):
    """Return the alt text given where the image is used, or else that of the image."""
    if getattr(image, "decorative", False):
        return ""
    return getattr(image, "contextual_alt_text", None) or image.default_alt_text


def images_in(blocks):
    """Yield the images of blocks, which are loaded with one query per block type."""
    for block in blocks:
        if hasattr(block.value, "values"):
            values = block.value.values()
            yield from (value for value in values if isinstance(value, CustomImage))
