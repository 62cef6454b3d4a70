"""The image that is shown when a page is shared: its title, and a drawing.

Its URL contains all that is on it, signed, so that a page can name the URL of a card
that does not exist yet. The first request of the URL draws the card.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.signing import Signer
from django.urls import reverse

from wagtail.blocks import StreamValue

from boulder_therapeutics.images.locks import machine_lock
from boulder_therapeutics.images.models import CustomImage

ASSETS = Path(__file__).parent / "assets"
FONT = settings.BASE_DIR / "static/fonts/bricolage-grotesque-latin-wght-normal.woff2"
FOLDER = "sharing"
VERSION = "2"  # to be raised when the drawing changes
WIDTH, HEIGHT = SIZE = 1200, 630
INK, SECOND_INK, PANEL_GROUND = "#112620", "#3c534b", "#e2f3e6"
LEFT, TOP, BOTTOM, TEXT_WIDTH = 64, 176, 574, 570
NAME_AT, NAME_SIZE = (168, 97), 34
DRAWING_LEFT = 680
# The place of a drawing with labels, right of the curved edge.
PANEL_AT, PANEL_SIZE, PANEL_RADIUS = (756, 55), (416, 520), 24
SIZES = (72, 64, 56, 50, 44, 38)
LINE_HEIGHT = 1.12

signer = Signer(salt="sharing-card", sep=".")


@dataclass(frozen=True)
class Card:
    """A title and the name of the clinic, beside an image or a drawing."""

    title: str
    clinic: str
    image: object = None
    whole: bool = False  # the image must not be cropped

    @classmethod
    def from_token(cls, token):
        """Return the card of a URL; raise BadSignature if the token is not ours."""
        title, clinic, pk, whole, _ = signer.unsign_object(token)
        return cls(title, clinic, CustomImage.objects.filter(pk=pk).first(), whole)

    @property
    def url(self):
        """Its public URL, another one if anything on the card changes."""
        pk = self.image and self.image.pk
        facts = [self.title, self.clinic, pk, self.whole, self.name[-12:]]
        token = signer.sign_object(facts, compress=True)
        return urljoin(settings.SITE_URL, reverse("serve_sharing_card", args=[token]))

    @cached_property
    def name(self):
        """The name of its file in the media folder."""
        file = self.image.file.name if self.image else ""
        facts = "\x1f".join([VERSION, self.title, self.clinic, file])
        return f"{FOLDER}/{hashlib.sha256(facts.encode()).hexdigest()[:20]}.jpg"

    @property
    def alt(self):
        """The alt text."""
        return f"{self.title}. {self.clinic}."

    def save(self):
        """Draw it and save the file, unless that exists."""
        with machine_lock("sharing-card"):
            if not default_storage.exists(self.name):
                output = BytesIO()
                self.draw().save(output, "JPEG", quality=85, progressive=True)
                default_storage.save(self.name, ContentFile(output.getvalue()))

    def open(self):
        """Return its file, drawing the card first if it is missing."""
        if not default_storage.exists(self.name):
            self.save()
        return default_storage.open(self.name)

    def draw(self):
        """Return it as a Pillow image."""
        card = Image.open(ASSETS / "ground.png").convert("RGB")
        if self.image:
            self._place_image(card)
        pen = ImageDraw.Draw(card)
        pen.text(NAME_AT, self.clinic, SECOND_INK, _font(NAME_SIZE), anchor="lm")
        size, lines = _fit(self.title)
        step = size * LINE_HEIGHT
        top = TOP + (BOTTOM - TOP - step * len(lines)) / 2
        for number, line in enumerate(lines):
            pen.text((LEFT, top + number * step), line, INK, _font(size))
        return card

    def _place_image(self, card):
        """Paste the image over the drawing of the ground, with the same edge."""
        with self.image.open_file() as file, Image.open(file) as original:
            original.draft("RGB", SIZE)
            picture = original.convert("RGB")
        area = (DRAWING_LEFT, 0, WIDTH, HEIGHT)
        size = (WIDTH - DRAWING_LEFT, HEIGHT)
        # A little larger, to cover the drawing of the ground completely.
        mask = Image.open(ASSETS / "mask.png").convert("L").crop(area)
        mask = mask.filter(ImageFilter.MaxFilter(3))
        if not self.whole:
            card.paste(ImageOps.fit(picture, size), area, mask)
            return
        card.paste(Image.new("RGB", size, PANEL_GROUND), area, mask)
        panel = Image.new("L", PANEL_SIZE)
        ImageDraw.Draw(panel).rounded_rectangle((0, 0, *PANEL_SIZE), PANEL_RADIUS, 255)
        card.paste(ImageOps.fit(picture, PANEL_SIZE), PANEL_AT, panel)


def card_of_page(page, clinic, heading="", person=None):
    """Return the card of `page`, or of one of its lists with a `heading`."""
    title = heading or getattr(page, "headline", "") or page.title
    image = find_picture(person or page)
    # Drawings in portrait format have labels; photos of people do not.
    whole = bool(image and not person and image.is_portrait())
    return Card(title, clinic.name, image, whole)


def find_picture(thing):
    """Return the image that represents a page or person best, or None."""
    if cover := getattr(thing, "cover", None):
        return cover
    picture = getattr(thing, "picture", None)
    if isinstance(picture, StreamValue):
        return picture[0].value.get("image") if picture else None
    return picture


def _fit(text):
    """Return the largest font size at which `text` fits, and its lines."""
    for size in SIZES:
        lines = _wrap(text, _font(size))
        if len(lines) * size * LINE_HEIGHT <= BOTTOM - TOP:
            return size, lines
    most = int((BOTTOM - TOP) / (size * LINE_HEIGHT))
    return size, [*lines[: most - 1], f"{lines[most - 1]} …"]


def _wrap(text, font):
    """Split `text` into lines no wider than TEXT_WIDTH."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > TEXT_WIDTH:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _font(size):
    font = ImageFont.truetype(FONT, size)
    font.set_variation_by_axes([700])
    return font
