"""Text with inline marks, links and lists, as Wagtail stores it."""

import re
from html import escape

import nh3

from ..markup.html import BLOCKS, Node
from .nodes import is_element

MARKS = {"b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "dfn": "i"}
LISTS = {"ul", "ol"}
SPACE = re.compile(r"[ \t\r\n\f]+")
SPACES = re.compile(" {2,}")
EDGES = re.compile(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$")
BREAKS = re.compile(r"\s*<br/>\s*")
BEGINNING = re.compile(r"(?:<[^<>]*>)*\w")
SPACED = {"td", "th", "label"}
TABLES = {"table", "thead", "tbody", "tfoot"}  # their rows are lines
TAGS = {"a", "b", "br", "i", "li", "ol", "p", "ul"}
ATTRIBUTES = {"a": {"href", "id", "linktype"}}


class RichText:
    """Writes nodes as rich text; media among them are collected in `media`."""

    def __init__(self, resolver, losses, media_tags):
        self.resolver, self.losses = resolver, losses
        self.media_tags, self.media = media_tags, []

    def inline(self, children):
        """Return inline content as HTML, without white space at its edges."""
        html = "".join(map(self._inline, children))
        html = BREAKS.sub("<br/>", SPACES.sub(" ", html))
        return EDGES.sub("", html)

    def paragraph(self, children):
        """Return a paragraph, or "" if there is nothing to see in it."""
        html = self.inline(children)
        return f"<p>{html}</p>" if is_visible(html) else ""

    def list(self, node):
        """Return a list, with the lists in it; only lists may be between items."""
        items = [self._item(child) for child in node.children]
        html = "".join(items)
        return f"<{node.tag}>{html}</{node.tag}>" if is_visible(html) else ""

    def preformatted(self, node):
        """Return text in which white space counts as a paragraph."""
        text = _raw_text(node).strip("\n")
        lines = [
            escape(line.expandtabs(4).rstrip(), quote=False)
            for line in text.split("\n")
        ]
        lines = [re.sub(r"^ +|  +", _hard_spaces, line) for line in lines]
        return f"<p>{'<br/>'.join(lines)}</p>" if text.strip() else ""

    def _item(self, child):
        if isinstance(child, str):
            text = SPACE.sub(" ", escape(child, quote=False))
            return f"<li>{text.strip()}</li>" if text.strip() else ""
        if child.tag in LISTS:  # in a list, but not in an item
            return f"<li>{self.list(child)}</li>"
        own, below = [], []
        for part in child.children if child.tag == "li" else [child]:
            is_list = isinstance(part, Node) and part.tag in LISTS
            (below if is_list else own).append(part)
        text = self.inline(own)
        lists = "".join(self.list(part) for part in below)
        return f"<li>{text}{lists}</li>" if is_visible(text + lists) else ""

    def _inline(self, child):
        if isinstance(child, str):
            return SPACE.sub(" ", escape(child, quote=False))
        if child.tag in self.media_tags:
            self.media.append(child)
            return " "
        if child.tag == "br":
            return "<br/>"
        if child.tag == "a":
            return self._link(child)
        inside = "".join(map(self._inline, child.children))
        if mark := MARKS.get(child.tag):
            return f"<{mark}>{inside}</{mark}>" if inside.strip() else inside
        if child.tag in SPACED:
            return f"{inside} "
        # Blocks within inline content, such as paragraphs in a list item.
        is_line = child.tag in BLOCKS - TABLES and inside.strip()
        return f"<br/>{inside}<br/>" if is_line else inside

    def _link(self, node):
        inside = "".join(map(self._inline, node.children))
        url = node.get("href")
        if not (url and is_visible(inside)):
            return inside
        attributes = self.resolver.link(url)
        if attributes is None:
            self.losses.add("link", url)
            return inside
        if attributes.pop("lost", False):
            self.losses.add("link", url)
        pairs = "".join(
            f' {name}="{escape(str(value))}"' for name, value in attributes.items()
        )
        return f"<a{pairs}>{inside}</a>"


def is_visible(html):
    # Nearly all texts begin so, and nh3 is ten times as slow.
    if BEGINNING.match(html):
        return True
    return bool(nh3.clean(html, tags=set()).replace("&nbsp;", "").strip())


def clean(html):
    """Return rich text with only what editors could have entered."""
    html = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None)
    # As Wagtail writes them.
    return html.replace("<br>", "<br/>").replace("&nbsp;", "\u00a0")


def _hard_spaces(match):
    return "\u00a0" * len(match[0])


def _raw_text(node):
    text = ""
    for child in node.children:
        is_block = isinstance(child, Node) and child.tag in BLOCKS
        if is_block and text and not text.endswith("\n"):
            text += "\n"
        text += child if isinstance(child, str) else _raw_text(child)
        if is_element(child, "br") or is_block and not text.endswith("\n"):
            text += "\n"
    return text
