"""Conversion of the plain text of comments to HTML."""

import re

from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from boulder_therapeutics.core.submission.characters import UNPRINTABLE

BLANK_LINE = re.compile(r"\n\s*\n")
URL = re.compile(r'(?<!\w)https?://[^\s<>"]+', re.IGNORECASE)
MAX_URL_LENGTH = 2000
PAIRS = {")": "(", "]": "[", "}": "{"}


def to_html(text):
    """Return `text` as escaped HTML in paragraphs, with links for its http(s) URLs."""
    paragraphs = BLANK_LINE.split(UNPRINTABLE.sub("", text).strip())
    return mark_safe("".join(_paragraph(text) for text in paragraphs))  # noqa: S308


def _paragraph(text):
    html, end = "", 0
    for match in URL.finditer(text):
        url = _without_punctuation(match.group())
        html += escape(text[end : match.start()]) + _link(url)
        end = match.start() + len(url)
    html += escape(text[end:])
    return "<p>{}</p>".format(html.replace("\n", "<br>\n"))


def _link(url):
    if len(url) > MAX_URL_LENGTH or url.endswith("//"):
        return escape(url)
    return format_html('<a href="{0}" rel="ugc nofollow noopener">{0}</a>', url)


def _without_punctuation(url):
    """Return `url` without the punctuation of the sentence around it."""
    if len(url) > MAX_URL_LENGTH:
        return url
    while not url.endswith("//"):
        last = url[-1]
        is_closing = last in PAIRS and url.count(last) > url.count(PAIRS[last])
        if not is_closing and last not in ".,;:!?'*_":
            break
        url = url[:-1]
    return url
