"""Excerpts of search results with the words of the query highlighted."""

from itertools import chain

from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext

from wagtail.models import Page
from wagtail.search.index import SearchField

from ..find import FIRST
from ..people import FoundPerson
from ..word_forms import pattern_of, words_of

register = template.Library()

SUMMARIES = ("introduction", "summary", "search_description")
# Characters, about two lines; a third of them before the word.
EXCERPT, BEFORE = 220, 70


@register.simple_tag
def list_hits(results, query):
    """Return the type, title and excerpt of each result, with one query per type.

    A result is a `page`, or a `person` with a list of articles by their slug.
    """
    rows = list(results)
    ids = [row.pk for row in rows if not isinstance(row, FoundPerson)]
    pages = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific()}
    pattern = pattern_of(words_of(query))
    hits = [describe(row, pages, pattern) for row in rows]
    return list(filter(None, hits))


@register.filter
def mark_words(text, query):
    """Highlight the words of `query`, in any form, in plain `text`."""
    pattern = pattern_of(words_of(query))
    if not pattern:
        return text
    # Every other part is a match, because the pattern has a group.
    parts = pattern.split(str(text))
    marked = [
        f"<mark>{escape(part)}</mark>" if number % 2 else escape(part)
        for number, part in enumerate(parts)
    ]
    return mark_safe("".join(marked))  # noqa: S308 (every part is escaped)


def describe(row, pages, pattern):
    """Return the parts of a result to show, None if its page has been deleted."""
    if isinstance(row, FoundPerson):
        match = pattern.search(row.text)
        text = passage(row.text, match.start() if match else 0)
        kind = gettext("person")
        return {"kind": kind, "person": row, "title": row.title, "text": text}
    if row.pk not in pages:
        return None
    page = pages[row.pk]
    # Readers do not know the names that editors see of other types.
    is_named = page._meta.label in FIRST
    kind = page._meta.verbose_name if is_named else gettext("page")
    text = excerpt(page, pattern)
    return {"kind": kind, "page": page, "title": page.title, "text": text}


def excerpt(page, pattern):
    """Return the summary of `page`, or a passage of its text that has the words."""
    texts = [getattr(page, name, "") for name in SUMMARIES]
    summary = next(filter(None, texts), "")
    # The body is slow to extract and seldom needed.
    for text in chain([summary], texts_of(page)):
        if match := pattern and pattern.search(text):
            return passage(text, match.start())
    return passage(summary, 0)


def texts_of(page):
    """Yield the texts of `page` that are in the index."""
    for field in page.get_search_fields():
        if isinstance(field, SearchField) and field.field_name != "title":
            value = field.get_value(page)
            parts = value if isinstance(value, list) else [value]
            yield from (" ".join(str(part).split()) for part in parts if part)


def passage(text, position):
    """Return the part of `text` around `position`, from the start of a word."""
    start = text.rfind(" ", 0, position - BEFORE) + 1 if position > EXCERPT / 2 else 0
    part = Truncator(text[start:]).chars(EXCERPT)
    return f"… {part}" if start else part
