"""The stylesheets inside of the page, so that nothing has to be waited for."""

import base64
import hashlib
import re
from functools import cache, lru_cache

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from . import css_rules

STYLESHEET, TYPEFACES, TRANSITIONS = STYLESHEETS = (
    "css/site.css",
    "css/fonts.css",
    "css/transitions.css",
)
# Where the styles come to stand when the classes of the page are known.
PLACE = "<style></style>"
# Without a word boundary before it, which takes ten times as long to look for.
CLASSES = re.compile(r'class="([^"]*)"')


def render_stylesheet():
    """Return the element that styles any page: all styles themselves, or a link."""
    return _render(STYLESHEET)


def render_place():
    """Return the element that `fill_place` fills, or a link that needs no more."""
    if not settings.STYLESHEET_IN_PAGE:
        return render_stylesheet()
    return mark_safe(PLACE)  # noqa: S308


def fill_place(html):
    """Return a page with the styles of what it shows, and their source, if any."""
    if PLACE not in html:
        return html, None
    classes = frozenset(" ".join(set(CLASSES.findall(html))).split())
    styles, source = styles_for(classes)
    return html.replace(PLACE, f"<style>{styles}</style>", 1), source


def render_typefaces(*, later=False):
    """Return the element that brings the typefaces.

    Typefaces that come `later` wait for site.js, which waits for the first words.
    Why: docs/decisions/0005-stylesheet-in-the-page.md.
    """
    if not later:
        return _render(TYPEFACES)
    waiting = _render(TYPEFACES, mark_safe(' media="print" data-later'))
    return format_html("{}<noscript>{}</noscript>", waiting, _render(TYPEFACES))


def render_transitions():
    """Return the element that says how one page becomes the next.

    In the page it stands in a drawing that shows nothing: the HTML checker knows no
    page transitions, and does not read the styles of drawings.
    """
    if not settings.STYLESHEET_IN_PAGE:
        return _render(TRANSITIONS)
    drawing = '<svg class="visually-hidden" aria-hidden="true"><style>{}</style></svg>'
    return format_html(drawing, read_stylesheet(TRANSITIONS))


def _render(name, attributes=""):
    if settings.STYLESHEET_IN_PAGE:
        styles = mark_safe(read_stylesheet(name))  # noqa: S308
        return format_html("<style{}>{}</style>", attributes, styles)
    element = '<link rel="stylesheet" href="{}"{}>'
    return format_html(element, static(name), attributes)


@cache
def read_stylesheet(name):
    """Return a collected stylesheet, its addresses no longer relative to its own."""
    with staticfiles_storage.open(staticfiles_storage.stored_name(name)) as file:
        return file.read().decode().replace("../", settings.STATIC_URL)


@lru_cache(maxsize=200)
def styles_for(classes):
    """Return the styles of a page with these classes, and their source for its policy.

    `classes` is a frozen set; most pages of a kind have the same.
    """
    styles = css_rules.write(_all_rules(), classes)
    return styles, _source(styles)


@cache
def _all_rules():
    return css_rules.parse(read_stylesheet(STYLESHEET))


def style_sources(own=None):
    """Return what the policy has to allow: the page's `own` styles, else all styles."""
    return [own or source_of(STYLESHEET), source_of(TYPEFACES), source_of(TRANSITIONS)]


@cache
def source_of(name):
    """Return what the content security policy has to allow for a whole stylesheet."""
    return _source(read_stylesheet(name))


def _source(styles):
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest())
    return f"'sha256-{digest.decode()}'"
