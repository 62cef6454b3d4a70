"""Clean uploaded images: upright, without metadata, and no larger than useful."""

import threading
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

FORMATS = {
    "AVIF": {"quality": 85, "speed": 8},
    "GIF": {},
    "JPEG": {"quality": 90, "progressive": True},
    "PNG": {},
    "WEBP": {"quality": 90},
}
# Twice the widest rendition.
LONGEST_SIDE = 3200
# Metadata a PNG may contain; anything else may tell where a photo was taken.
HARMLESS = {"aspect", "background", "dpi", "gamma", "interlace", "srgb", "transparency"}
UNREADABLE = "This file is broken or is not an image. Save it again and retry."
TOO_LARGE = "This image has too many pixels. The limit for {} is {} million."
# Their decoders hold several copies of the whole image in memory.
MEMORY_INTENSIVE, MEMORY_INTENSIVE_PIXELS = {"AVIF", "WEBP"}, 20_000_000

# Decoding a large image takes much memory; two at once would take twice as much.
_one_at_a_time = threading.Lock()


class CleanImage(ContentFile):
    """An image file that has been cleaned."""


@contextmanager
def refuse_unreadable():
    """Turn any error that a decoder raises into a validation error."""
    try:
        yield
    except ValidationError:
        raise
    except Image.DecompressionBombError as error:
        limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
        raise _too_large("images", limit) from error
    except Exception as error:
        # Decoders raise all kinds of exceptions on broken files.
        raise ValidationError(UNREADABLE, code="unreadable") from error


def check_header(file):
    """Raise ValidationError for a `file` with too many pixels, without decoding it."""
    with refuse_unreadable(), Image.open(file, formats=list(FORMATS)) as picture:
        _check_pixels(picture)
    file.seek(0)


def clean_image(file):
    """Return a clean copy of an uploaded `file`.

    Raise ValidationError if it cannot be decoded completely.
    """
    with _one_at_a_time, refuse_unreadable():
        file.seek(0)
        return CleanImage(_clean(file), name=Path(file.name).name)


def _clean(file):
    with Image.open(file, formats=list(FORMATS)) as picture:
        _check_pixels(picture)
        # A photo with others, like a preview, in the same file; only the first remains.
        kind = "JPEG" if picture.format == "MPO" else picture.format
        width, height = _useful_size(picture)
        if kind == "JPEG":
            # The decoder reduces a huge image much faster than `thumbnail`.
            picture.draft(None, (width, height))
        picture.load()
        if kind == "PNG" and _is_clean(picture):
            file.seek(0)
            return file.read()
        # Before anything else, as every copy of a huge image is huge.
        if picture.mode == "P" and picture.width > width:
            picture = picture.convert(_web_mode(picture))
        picture.thumbnail((width, height))
        return _encode(_upright(picture), kind)


def _useful_size(picture):
    scale = min(1, LONGEST_SIDE / max(picture.size))
    return max(1, round(picture.width * scale)), max(1, round(picture.height * scale))


def _check_pixels(picture):
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    if picture.format in MEMORY_INTENSIVE:
        limit = min(limit, MEMORY_INTENSIVE_PIXELS)
    if picture.width * picture.height > limit:
        raise _too_large(picture.format, limit)


def _too_large(kind, limit):
    message = TOO_LARGE.format(kind, limit // 1_000_000)
    return ValidationError(message, code="too_many_pixels")


def _is_clean(picture):
    return max(picture.size) <= LONGEST_SIDE and picture.info.keys() <= HARMLESS


def _upright(picture):
    """Return `picture` in sRGB colors, rotated as its camera was held."""
    profile = picture.info.get("icc_profile")
    ImageOps.exif_transpose(picture, in_place=True)
    if profile:
        return _to_srgb(picture, profile)
    is_usual = picture.mode in {"1", "L", "LA", "P", "RGB", "RGBA"}
    return picture if is_usual else picture.convert("RGB")


def _to_srgb(picture, profile):
    mode = _web_mode(picture)
    if picture.mode == "P":
        picture = picture.convert(mode)
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, target, outputMode=mode)
    except ImageCms.PyCMSError:
        return picture.convert(mode)


def _web_mode(picture):
    return "RGBA" if picture.has_transparency_data else "RGB"


def _encode(picture, kind):
    """Return the encoded bytes of `picture` without metadata."""
    transparency = picture.info.get("transparency")
    picture.info = {} if transparency is None else {"transparency": transparency}
    if kind == "JPEG" and picture.mode not in {"L", "RGB"}:
        picture = picture.convert("RGB")
    output = BytesIO()
    picture.save(output, kind, **FORMATS[kind])
    return output.getvalue()
