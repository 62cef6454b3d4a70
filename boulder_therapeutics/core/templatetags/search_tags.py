import re

from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe

from wagtail.models import Page

register = template.Library()


@register.simple_tag
def list_hits(results):
    """Return the found pages as (kind, page, text), with few queries."""
    ids = [page.pk for page in results]
    pages = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific()}
    return [describe_hit(pages[pk]) for pk in ids if pk in pages]


def describe_hit(page):
    """Return what a result says of `page`."""
    texts = (
        getattr(page, name, "")
        for name in ("introduction", "summary", "search_description")
    )
    text = next((text for text in texts if text), "")
    return {"kind": page.cached_content_type.name, "page": page, "text": text}


@register.filter
def mark_words(text, query):
    """Mark the words of `query` in plain `text`."""
    words = sorted(map(re.escape, query.split()), key=len, reverse=True)
    if not words:
        return text
    # Every second part is a found word, as re.split keeps what the group matched.
    parts = re.split(rf"\b({'|'.join(words)})", text, flags=re.IGNORECASE)
    marked = [
        f"<mark>{escape(part)}</mark>" if number % 2 else escape(part)
        for number, part in enumerate(parts)
    ]
    return mark_safe("".join(marked))  # noqa: S308 (every part is escaped)
