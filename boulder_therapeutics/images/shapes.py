"""The sizes and formats in which pages show images."""

from typing import NamedTuple

from wagtail.images.models import Filter


class Shape(NamedTuple):
    """An AVIF rendition for each width, and one JPEG for browsers without AVIF."""

    avif: list
    jpeg: list

    @classmethod
    def parse(cls, operation, sizes, jpeg):
        """Return the shape for a resize operation of Wagtail, like "width"."""
        avif = [Filter(f"format-avif|{operation}-{size}") for size in sizes]
        return cls(avif, [Filter(f"format-jpeg|{operation}-{jpeg}")])


SHAPES = {
    "figure": Shape.parse("width", [640, 960, 1472], 960),
    "exercise": Shape.parse("width", [400, 640, 960], 640),
    "card": Shape.parse("fill", ["400x225", "800x450", "1200x675"], "800x450"),
    "card-whole": Shape.parse("height", [450, 675], 450),
    "person": Shape.parse("fill", ["240x300", "400x500", "800x1000"], "400x500"),
    "author": Shape.parse("fill", ["144x144", "288x288"], "288x288"),
}
# A JPEG for feed readers and search engines, which may not read AVIF.
WIDE_COVER = Filter("format-jpeg|fill-1200x675")
TALL_COVER = Filter("format-jpeg|height-675")
SPECS = {
    image_filter.spec
    for image_filters in [*sum(SHAPES.values(), ()), [WIDE_COVER, TALL_COVER]]
    for image_filter in image_filters
}


def cover_shape(image):
    """Return the shape in which cards show a cover; portraits are not cropped."""
    return SHAPES["card-whole" if image.is_portrait() else "card"]


def cover_filter(image):
    """Return the filter of the JPEG of a cover."""
    return TALL_COVER if image.is_portrait() else WIDE_COVER


def resulting_size(image, image_filter):
    """Return the width and height that a rendition has, without encoding it."""
    return image_filter.get_transform(image).size


def distinct_filters(image, filters):
    """Return `filters` without those whose width repeats, as the original is small."""
    by_width = {}
    for image_filter in filters:
        by_width.setdefault(resulting_size(image, image_filter)[0], image_filter)
    return list(by_width.values())
