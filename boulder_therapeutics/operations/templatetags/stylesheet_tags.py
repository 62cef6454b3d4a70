"""Stylesheets in the page in production, linked in development and tests.

Why: docs/decisions/0010-stylesheet.md.
"""

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from ..static_files.stylesheet import (
    STYLESHEET,
    TRANSITIONS,
    TYPEFACES,
    read_stylesheet,
)

register = template.Library()


@register.simple_tag
def stylesheet():
    """Render the styles of every page."""
    return render(STYLESHEET)


@register.simple_tag
def typefaces(*, later=False):
    """Render the font faces; `later` means that site.js enables them.

    Without scripts, the browser loads them immediately.
    """
    if not later:
        return render(TYPEFACES)
    waiting = render(TYPEFACES, mark_safe(' media="print" data-later'))
    return format_html("{}<noscript>{}</noscript>", waiting, render(TYPEFACES))


@register.simple_tag
def page_transitions():
    """Render the transitions between pages.

    Inline they are in an SVG element that shows nothing, because the HTML checker
    rejects them in a style element of HTML.
    """
    if not settings.STYLESHEET_IN_PAGE:
        return render(TRANSITIONS)
    drawing = '<svg class="visually-hidden" aria-hidden="true"><style>{}</style></svg>'
    return format_html(drawing, read_stylesheet(TRANSITIONS))


def render(name, attributes=""):
    """Return a style element with the stylesheet, or a link to it."""
    if settings.STYLESHEET_IN_PAGE:
        styles = mark_safe(read_stylesheet(name))  # noqa: S308 - our own file
        return format_html("<style{}>{}</style>", attributes, styles)
    element = '<link rel="stylesheet" href="{}"{}>'
    return format_html(element, static(name), attributes)
