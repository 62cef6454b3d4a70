"""Replacements for operations of Willow, which offers no settings for them.

`save_as_avif`: Willow passes neither a speed nor a number of threads to Pillow's
encoder, https://github.com/wagtail/Willow/blob/main/willow/plugins/pillow.py. Remove it
when Willow takes encoder options.

`without_metadata`: Willow copies EXIF data, with the place and time of a photo, to
every rendition. Remove it when Willow can leave that out.
"""

from functools import wraps

from willow.plugins.pillow import AvifImageFile, PillowImage
from willow.registry import registry

AVIF_SPEED = 7  # 0 is slowest, 10 fastest; why 7: docs/decisions/0007-images.md
ALLOWED_INFO = {"icc_profile", "transparency"}
FORMATS = ("avif", "gif", "jpeg", "png", "webp")


def save_as_avif(image, f, quality=80, lossless=False, apply_optimizers=True):
    """Save as AVIF at AVIF_SPEED on one core, leaving the others to requests."""
    profile = image.get_icc_profile() or b""
    image.image.save(
        f,
        "AVIF",
        quality=100 if lossless else quality,
        speed=AVIF_SPEED,
        max_threads=1,
        icc_profile=profile,
    )
    return AvifImageFile(f)


def without_metadata(save):
    """Wrap an operation of Willow so that it saves nothing but the visible image."""

    @wraps(save)
    def saved(image, *args, **kwargs):
        info = image.image.info
        image.image.info = {key: info[key] for key in ALLOWED_INFO & info.keys()}
        return save(image, *args, **kwargs)

    return saved


def install():
    """Replace Willow's operations by these."""
    for name in FORMATS:
        operation = f"save_as_{name}"
        save = save_as_avif if name == "avif" else getattr(PillowImage, operation)
        clean = without_metadata(save)
        # Willow looks in its registry only for what the class itself lacks.
        setattr(PillowImage, operation, clean)
        registry.register_operation(PillowImage, operation, clean)
