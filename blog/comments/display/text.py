"""From the plain text of a comment to HTML."""

import re

from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from ..characters import UNPRINTABLE

BLANK_LINE = re.compile(r"\n\s*\n")
ADDRESS = re.compile(r'(?<!\w)https?://[^\s<>"]+', re.IGNORECASE)
LONGEST_ADDRESS = 2000
PAIRS = {")": "(", "]": "[", "}": "{"}


def to_html(text):
    """Return `text` escaped, in paragraphs, with its http(s) addresses linked."""
    paragraphs = BLANK_LINE.split(UNPRINTABLE.sub("", text).strip())
    return mark_safe("".join(_paragraph(text) for text in paragraphs))  # noqa: S308


def _paragraph(text):
    html, end = "", 0
    for match in ADDRESS.finditer(text):
        address = _without_punctuation(match.group())
        html += escape(text[end : match.start()]) + _link(address)
        end = match.start() + len(address)
    html += escape(text[end:])
    return "<p>{}</p>".format(html.replace("\n", "<br>\n"))


def _link(address):
    if len(address) > LONGEST_ADDRESS or address.endswith("//"):
        return escape(address)
    return format_html(
        '<a href="{0}" rel="ugc nofollow noopener">{0}</a>',
        address,
    )


def _without_punctuation(address):
    """Leave to the sentence what follows an address in it."""
    if len(address) > LONGEST_ADDRESS:
        return address
    while not address.endswith("//"):
        last = address[-1]
        is_closing = last in PAIRS and address.count(last) > address.count(PAIRS[last])
        if not is_closing and last not in ".,;:!?'*_":
            break
        address = address[:-1]
    return address
