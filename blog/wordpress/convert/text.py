"""Plain text from HTML: titles, excerpts and comments."""

import re
from html import unescape

from .markup.html import BLOCKS, Node, parse

SPACE = re.compile(r"[ \t\r\f\u00a0]+")


def one_line(html):
    """Return the text of HTML on one line, such as a title."""
    if "<" not in html and "&" not in html:
        return " ".join(html.split())
    return " ".join(_text(parse(html), with_urls=False).split())


def comment_text(html):
    """Return a comment as the plain text that comments are here.

    WordPress stores line breaks as they were typed, with a few tags among them.
    """
    html = html.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in html or "&" in html:
        html = _text(parse(html))
    lines = [SPACE.sub(" ", line).strip() for line in html.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _text(node, with_urls=True):
    parts = []
    for child in node.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag == "br":
            parts.append("\n")
        elif child.tag == "img":
            parts.append(child.get("alt"))
        else:
            parts.append(_of_element(child, with_urls))
    return "".join(parts)


def _of_element(node: Node, with_urls):
    inside = _text(node, with_urls)
    if node.tag == "a" and with_urls:
        return _with_url(inside, node.get("href"))
    if node.tag == "li":
        return f"\n- {inside.strip()}\n"
    return f"\n\n{inside}\n\n" if node.tag in BLOCKS else inside


def _with_url(text, url):
    if not url.startswith(("http://", "https://")) or url in text:
        return text
    shown = text.strip().rstrip("/")
    is_same = shown and url.rstrip("/").endswith(shown)
    return url if is_same or not shown else f"{text} ({url})"


def unescaped(text):
    """Return plain text that may hold HTML entities, on one line."""
    return " ".join(unescape(text or "").split())
