"""The result of a conversion, and the resolver that it needs."""

import uuid
from dataclasses import dataclass, field
from typing import Protocol


@dataclass
class Picture:
    """An image of the library; `caption` and `alt` are those of the attachment."""

    pk: int
    alt: str = ""
    caption: str = ""


class Resolver(Protocol):
    """Finds the page or image on this site for a link of the old one."""

    def link(self, url: str) -> dict | None:
        """Return the attributes of Wagtail's link to `url`, or None for no link."""

    def url(self, url: str) -> str | None:
        """Return where a link to `url` leads on this site, or None for no link."""

    def picture(self, url: str, number: int = 0) -> Picture | None:
        """Return the image with a URL or the number of an attachment."""

    def reusable(self, number: int) -> str:
        """Return the content of a reusable block, "" if it is not in the export."""

    def attached(self, number: int) -> list[int]:
        """Return the numbers of the images attached to a post, in order."""


@dataclass
class Losses:
    """Content without an equivalent, as (kind, name, place), for the report."""

    found: list = field(default_factory=list)
    place: str = "the beginning"

    def add(self, kind, name):
        self.found.append((kind, name[:200], self.place[:100]))


@dataclass
class Body:
    """A converted body as Wagtail stores it, and what was lost on the way."""

    blocks: list
    losses: list
    has_missing_media: bool = False
    teaser: str = ""  # the HTML before `<!--more-->`


def make_id(seed, position):
    """Return the same block id whenever the same item is converted again."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{seed}#{position}"))
