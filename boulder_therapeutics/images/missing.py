"""Find the renditions that pages show but that do not exist yet.

Wagtail's reference index says where each image is used, and so in which shapes.
"""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType

from wagtail.models import ReferenceIndex

from .models import CustomImage, Rendition
from .shapes import SHAPES, SPECS, cover_filter, cover_shape, distinct_filters

# Shapes by the end of the path of a field or block that refers to an image.
SHAPES_BY_USE = {
    "figure.image": ["figure"],
    "exercise.picture": ["exercise"],
    "map_image": ["figure"],
    "picture": ["person", "author"],
}


def find_missing():
    """Return (image, filters) for each image in use that lacks renditions."""
    uses, existing = _find_uses(), _find_existing()
    images = CustomImage.objects.filter(pk__in=uses).order_by("-pk")
    found = [
        (
            image,
            _without(existing[image.pk], image, _filters_for(image, uses[image.pk])),
        )
        for image in images
    ]
    return [(image, filters) for image, filters in found if filters]


def _find_uses():
    """Return the ends of the paths that refer to each image, by its primary key."""
    images = ContentType.objects.get_for_model(CustomImage)
    references = ReferenceIndex.objects.filter(to_content_type=images)
    uses = defaultdict(set)
    for pk, path in references.values_list("to_object_id", "model_path").distinct():
        uses[int(pk)].add(".".join(path.split(".")[-2:]))
    return uses


def _find_existing():
    """Return the specs and focal point keys of existing renditions, by image."""
    existing = defaultdict(set)
    rows = Rendition.objects.filter(filter_spec__in=SPECS)
    for pk, *key in rows.values_list("image", "filter_spec", "focal_point_key"):
        existing[pk].add(tuple(key))
    return existing


def _filters_for(image, uses):
    shapes = [SHAPES[name] for use in uses for name in SHAPES_BY_USE.get(use, [])]
    filters = []
    if "cover" in uses:
        shapes.append(cover_shape(image))
        filters.append(cover_filter(image))
    for avif, jpeg in shapes:
        filters += [*jpeg, *distinct_filters(image, avif)]
    return filters


def _without(existing, image, filters):
    return [
        image_filter
        for image_filter in dict.fromkeys(filters)
        if (image_filter.spec, image_filter.get_cache_key(image)) not in existing
    ]
