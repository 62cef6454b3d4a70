"""The picture that is shown when a page is shared: its title, and a drawing."""

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

from wagtail.blocks import StreamValue

ASSETS = Path(__file__).parent / "assets"
FONT = settings.BASE_DIR / "static/fonts/bricolage-grotesque-latin-wght-normal.woff2"
FOLDER = "sharing"
VERSION = "2"  # to be raised when the same words are to look different
WIDTH, HEIGHT = SIZE = 1200, 630
INK, SECOND_INK, PANEL_GROUND = "#112620", "#3c534b", "#e2f3e6"
LEFT, TOP, BOTTOM, TEXT_WIDTH = 64, 176, 574, 570
NAME_AT, NAME_SIZE = (168, 97), 34
DRAWING_LEFT = 680
# Where a drawing with labels stands, right of the curved edge.
PANEL_AT, PANEL_SIZE, PANEL_RADIUS = (756, 55), (416, 520), 24
SIZES = (72, 64, 56, 50, 44, 38)
LINE_HEIGHT = 1.12

_made = set()


@dataclass(frozen=True)
class Card:
    """A sharing picture: what stands on it decides its name."""

    title: str
    clinic: str
    picture: object = None
    whole: bool = False  # nothing of the picture may be cut off

    @cached_property
    def name(self):
        """The name of its file in the media folder."""
        picture = self.picture.file.name if self.picture else ""
        words = "\x1f".join([VERSION, self.title, self.clinic, picture])
        return f"{FOLDER}/{hashlib.sha256(words.encode()).hexdigest()[:20]}.jpg"

    @property
    def url(self):
        """Its public address."""
        return urljoin(settings.SITE_URL, default_storage.url(self.name))

    @property
    def alt(self):
        """What is seen, in words."""
        return f"{self.title}. {self.clinic}."

    @property
    def is_made(self):
        """Whether its file is there; asked until it is."""
        if self.name not in _made and default_storage.exists(self.name):
            _made.add(self.name)
        return self.name in _made

    def make(self):
        """Draw it and keep it, unless it is there."""
        if not self.is_made:
            output = BytesIO()
            self.draw().save(output, "JPEG", quality=85, progressive=True)
            default_storage.save(self.name, ContentFile(output.getvalue()))

    def draw(self):
        """Return it as a Pillow image."""
        card = Image.open(ASSETS / "ground.png").convert("RGB")
        if self.picture:
            self._place_picture(card)
        pen = ImageDraw.Draw(card)
        pen.text(NAME_AT, self.clinic, SECOND_INK, _font(NAME_SIZE), anchor="lm")
        size, lines = _fit(self.title)
        step = size * LINE_HEIGHT
        top = TOP + (BOTTOM - TOP - step * len(lines)) / 2
        for number, line in enumerate(lines):
            pen.text((LEFT, top + number * step), line, INK, _font(size))
        return card

    def _place_picture(self, card):
        """Put the picture where the ground has its drawing, with the same edge."""
        with self.picture.open_file() as file, Image.open(file) as original:
            original.draft("RGB", SIZE)
            picture = original.convert("RGB")
        area = (DRAWING_LEFT, 0, WIDTH, HEIGHT)
        size = (WIDTH - DRAWING_LEFT, HEIGHT)
        # A little more, so that nothing of the ground's own drawing is seen.
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
    picture = find_picture(person or page)
    # Drawings with labels stand upright, and so do people, who have none.
    whole = bool(picture and not person and picture.is_portrait())
    return Card(title, clinic.name, picture, whole)


def find_picture(thing):
    """Return the picture of a page or person that says most about it, or None."""
    if cover := getattr(thing, "cover", None):
        return cover
    picture = getattr(thing, "picture", None)
    if isinstance(picture, StreamValue):
        return picture[0].value.get("image") if picture else None
    return picture


def _fit(text):
    """Return the largest size in which `text` has room, and its lines."""
    for size in SIZES:
        lines = _wrap(text, _font(size))
        if len(lines) * size * LINE_HEIGHT <= BOTTOM - TOP:
            return size, lines
    most = int((BOTTOM - TOP) / (size * LINE_HEIGHT))
    return size, [*lines[: most - 1], f"{lines[most - 1]} …"]


def _wrap(text, font):
    """Split `text` into lines that are not wider than the room for them."""
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
