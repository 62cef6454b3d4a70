"""Blocks of this site, recognized by the HTML that their templates write."""

from ..markup.html import Node, plain
from .rich_text import is_visible

CALLOUTS = {"tip", "note", "home"}
NOTICES = {"soon", "now"}
SIGN_LIMIT = TITLE_LIMIT = 255


def write_callout(writer, node):
    """Add a callout; return whether the HTML is one."""
    kind = _modifier(node, "callout", CALLOUTS)
    title = node.find_class("callout__title")
    rest = [child for child in node.children if child is not title]
    name = plain(title) if title else ""
    html = "".join(_text_blocks(writer, rest))
    if not kind or len(name) > TITLE_LIMIT or not is_visible(html):
        return False
    writer.add("callout", {"kind": kind, "title": name, "text": html})
    return True


def write_notice(writer, node):
    """Add a medical notice; return whether the HTML is one."""
    kind = _modifier(node, "notice", NOTICES)
    signs = [plain(item) for item in node.iterate() if item.tag == "li"]
    if not (kind and signs) or max(map(len, signs)) > SIGN_LIMIT:
        return False
    writer.add("notice", {"kind": kind, "items": signs})
    return True


def _modifier(node, name, known):
    prefix = f"{name}--"
    kinds = {c.removeprefix(prefix) for c in node.classes if c.startswith(prefix)}
    return next(iter(kinds & known), None)


def _text_blocks(writer, children):
    """Yield paragraphs and lists as rich text."""
    for child in children:
        if not isinstance(child, Node):
            yield writer.rich_text().paragraph([child])
        elif child.tag in {"ul", "ol"}:
            yield writer.rich_text().list(child)
        elif child.tag == "div":
            yield from _text_blocks(writer, child.children)
        else:
            yield writer.rich_text().paragraph(child.children)


# By the class of the outermost element.
OWN_BLOCKS = {"callout": write_callout, "notice": write_notice}
