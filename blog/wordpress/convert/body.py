"""The body of an article or page, from WordPress's HTML to our blocks."""

import re

from .blocks.stream import StreamWriter
from .markup.grammar import render
from .markup.html import parse
from .result import Body, Losses

MORE = re.compile(r"<!--\s*more\b.*?-->", re.DOTALL)
ACTIVE = re.compile(
    r"<(script|form|style|input|select|textarea|svg|object|embed)\b", re.I
)


def convert_body(content, resolver, *, seed, title="", post=0):
    """Return the `Body` for the content of a post or page.

    `seed` makes the ids of blocks, `post` is the number whose images galleries show.
    """
    losses = Losses()
    html = render(content, resolver, losses, post)
    for name in sorted({match[1].lower() for match in ACTIVE.finditer(html)}):
        losses.add("HTML", f"<{name}>")
    teaser, *rest = MORE.split(html, maxsplit=1)
    writer = write_blocks(html, resolver, losses, seed, title)
    return Body(
        writer.blocks, losses.found, writer.has_missing_media, teaser if rest else ""
    )


def write_blocks(html, resolver, losses, seed="", title=""):
    """Return the writer that has the blocks of rendered HTML."""
    writer = StreamWriter(resolver, losses, seed, title)
    writer.write(parse(html).children)
    return writer
