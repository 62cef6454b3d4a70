"""What is kept of an uploaded picture: what is seen, upright, and nothing else."""

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
# Twice the widest that a page shows.
LONGEST_SIDE = 3200
# What a PNG may say beside its pixels; anything else may say where it was taken.
HARMLESS = {"aspect", "background", "dpi", "gamma", "interlace", "srgb", "transparency"}
UNREADABLE = "This file is broken or is not a picture. Save it again and retry."
TOO_LARGE = "This picture has too many pixels. The limit for {} is {} million."
# Their decoders hold several copies of the whole picture in memory.
HUNGRY, HUNGRY_PIXELS = {"AVIF", "WEBP"}, 20_000_000

# A large picture needs much memory while it is read; two at once would need twice that.
_one_at_a_time = threading.Lock()


class CleanPicture(ContentFile):
    """A picture without metadata, upright and not larger than is of use."""


@contextmanager
def refuse_unreadable():
    """Turn whatever a reader of pictures raises into a word to the editor."""
    try:
        yield
    except ValidationError:
        raise
    except Exception as error:
        # What readers raise on broken files is anybody's guess.
        raise ValidationError(UNREADABLE, code="unreadable") from error


def clean_picture(file):
    """Return what is to be kept of an uploaded `file`.

    Raise ValidationError when it cannot be read to the end.
    """
    with _one_at_a_time, refuse_unreadable():
        file.seek(0)
        return CleanPicture(_clean(file), name=Path(file.name).name)


def _clean(file):
    with Image.open(file, formats=list(FORMATS)) as picture:
        _check_pixels(picture)
        kind = picture.format
        width, height = _useful_size(picture)
        if kind == "JPEG":
            # Lets the decoder do most of the work of making a huge one smaller.
            picture.draft(None, (width, height))
        picture.load()
        if kind == "PNG" and _is_clean(picture):
            file.seek(0)
            return file.read()
        # First of all, because every copy of a huge one is huge.
        if picture.mode == "P" and picture.width > width:
            picture = picture.convert(_web_mode(picture))
        picture.thumbnail((width, height))
        return _encode(_upright(picture), kind)


def _useful_size(picture):
    scale = min(1, LONGEST_SIDE / max(picture.size))
    return max(1, round(picture.width * scale)), max(1, round(picture.height * scale))


def _check_pixels(picture):
    limit = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    if picture.format in HUNGRY:
        limit = min(limit, HUNGRY_PIXELS)
    if picture.width * picture.height > limit:
        message = TOO_LARGE.format(picture.format, limit // 1_000_000)
        raise ValidationError(message, code="too_many_pixels")


def _is_clean(picture):
    return max(picture.size) <= LONGEST_SIDE and picture.info.keys() <= HARMLESS


def _upright(picture):
    """Return `picture` in the colors of the web, turned as its camera was held."""
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
    """Return the bytes of `picture` without anything that was written beside it."""
    transparency = picture.info.get("transparency")
    picture.info = {} if transparency is None else {"transparency": transparency}
    if kind == "JPEG" and picture.mode not in {"L", "RGB"}:
        picture = picture.convert("RGB")
    output = BytesIO()
    picture.save(output, kind, **FORMATS[kind])
    return output.getvalue()
