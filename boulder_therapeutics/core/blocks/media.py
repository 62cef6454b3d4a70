"""Figures and videos."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from wagtail import blocks
from wagtail.images.blocks import ImageBlock


def is_link(text):
    """Return whether `text` is a URL, or a path on this site."""
    if text.startswith("/"):
        return not text.startswith("//") and not re.search(r"[\s\\]", text)
    try:
        URLValidator(["http", "https"])(text)
    except ValidationError:
        return False
    return True


def validate_link(text):
    """Raise a ValidationError if `text` is neither a URL nor a path."""
    if not is_link(text):
        raise ValidationError(
            "Enter a URL, or a path on this site like /services/knee-pain/.",
            code="link",
        )


class FigureBlock(blocks.StructBlock):
    """An image with a caption, which may be a link."""

    image = ImageBlock()
    caption = blocks.CharBlock(required=False, max_length=500)
    link = blocks.CharBlock(
        required=False,
        max_length=500,
        validators=[validate_link],
        help_text="Where the image leads, if anywhere: a URL, or a path on this site.",
    )

    class Meta:
        icon = "image"
        template = "blocks/figure.html"

    def clean(self, value):
        """Reject a link without words for those who do not see the image."""
        value = super().clean(value)
        if value.get("link") and not value["image"].contextual_alt_text:
            message = "Describe the image, as it is a link."
            raise blocks.StructBlockValidationError(
                {"image": ValidationError(message, code="alt")}
            )
        return value


class VideoValue(blocks.StructValue):
    PLAYERS = [
        (
            re.compile(
                r"^https://(?:www\.|m\.)?(?:youtube\.com/watch\?v=|youtu\.be/)"
                r"(?P<id>[\w-]{11})(?:[&?].*)?$"
            ),
            "YouTube",
            "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
        ),
        (
            re.compile(r"^https://(?:www\.)?vimeo\.com/(?P<id>\d+)(?:[/?].*)?$"),
            "Vimeo",
            "https://player.vimeo.com/video/{id}?autoplay=1&dnt=1",
        ),
    ]

    @property
    def player(self):
        """The provider's (name, iframe URL), or None for an unknown provider."""
        for pattern, name, frame in self.PLAYERS:
            if match := pattern.match(self.get("url") or ""):
                return name, frame.format(id=match["id"])
        return None


class VideoBlock(blocks.StructBlock):
    """A YouTube or Vimeo video that loads nothing from there before a click."""

    url = blocks.URLBlock(label="Video URL")
    title = blocks.CharBlock(max_length=255, help_text="What the video shows.")

    class Meta:
        icon = "media"
        template = "blocks/video.html"
        value_class = VideoValue

    def clean(self, value):
        """Reject providers that the content security policy does not allow."""
        value = super().clean(value)
        if value.get("url") and not value.player:
            message = "Enter the URL of a video on YouTube or Vimeo."
            raise blocks.StructBlockValidationError(
                {"url": ValidationError(message, code="provider")}
            )
        return value
