"""HTML that marks texts which are not in the language of the page."""

from django.utils.html import format_html

from .active import language_of, translated


def lang_attribute(tag):
    """Return a `lang` attribute with a tag, "" without one."""
    return format_html(' lang="{}"', tag) if tag else ""


def lang_of(row, name):
    """Return a `lang` attribute if a text of `row` is not in the page's language."""
    return lang_attribute(language_of(row, name))


def marked_text(row, name):
    """Return a translated text, in a span with `lang` if it is in another language."""
    text, lang = translated(row, name), lang_of(row, name)
    return format_html("<span{}>{}</span>", lang, text) if lang else text
