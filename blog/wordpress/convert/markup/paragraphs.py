"""WordPress's paragraph rule: in classic content, blank lines separate paragraphs."""

import re

BLOCKS = (
    "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|"
    "form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|"
    "article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary|"
    "iframe|video|audio|object|center|script|wp-gallery|wp-embed|wp-cover"
)
OPENING = re.compile(rf"(<(?:{BLOCKS})[\s/>])", re.I)
CLOSING = re.compile(rf"(</(?:{BLOCKS})>)", re.I)
IS_BLOCK = re.compile(rf"^\s*</?(?:{BLOCKS})(?:[\s/>]|$)", re.I)
AFTER_BLOCK = re.compile(rf"</?(?:{BLOCKS})[^>]*>\s*$", re.I)
VERBATIM = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2\s*>)", re.I | re.S)
TAG = re.compile(r"<[^>]*>")
BARE_URL = re.compile(r"^[ \t]*(https?://[^\s<>\"]+)[ \t]*$", re.M)


def add_paragraphs(content):
    """Return HTML in which paragraphs and line breaks are elements."""
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    pieces = VERBATIM.split(content)
    html = [_paragraphs_of(text) for text in pieces[0::3]]
    verbatim = [*pieces[1::3], ""]
    return "".join(a + b for a, b in zip(html, verbatim, strict=True))


def _paragraphs_of(text):
    if not text.strip():
        return text
    # Line breaks inside of a tag are none.
    text = TAG.sub(lambda match: match[0].replace("\n", " "), text)
    text = BARE_URL.sub(r"\n\n<wp-embed>\1</wp-embed>\n\n", text)
    text = OPENING.sub(r"\n\n\1", text)
    text = CLOSING.sub(r"\1\n\n", text)
    return "\n".join(_wrap(piece) for piece in re.split(r"\n\s*\n", text) if piece)


def _wrap(piece):
    """Return a piece without blank lines as a paragraph, unless it is a block."""
    text = piece.strip("\n")
    if not text.strip():
        return ""
    if IS_BLOCK.match(text):
        return _break_lines(text)
    return f"<p>{_break_lines(text.strip())}</p>"


def _break_lines(text):
    lines = text.split("\n")
    html = lines[0]
    for before, line in zip(lines, lines[1:], strict=False):
        is_break = not (AFTER_BLOCK.search(before) or IS_BLOCK.match(line))
        is_break = is_break and not before.rstrip().lower().endswith(("<br>", "<br />"))
        html += ("<br>\n" if is_break else "\n") + line
    return html
