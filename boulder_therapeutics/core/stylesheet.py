"""The stylesheets inside of the page, so that nothing has to be waited for."""

import base64
import hashlib
from functools import cache

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

STYLESHEET, TYPEFACES = STYLESHEETS = ("css/site.css", "css/fonts.css")


def render_stylesheet():
    """Return the element that styles a page: the styles themselves, or a link."""
    return _render(STYLESHEET)


def render_typefaces(*, later=False):
    """Return the element that brings the typefaces.

    Typefaces that come `later` wait for site.js, which waits for the first words.
    Why: docs/decisions/0005-stylesheet-in-the-page.md.
    """
    if not later:
        return _render(TYPEFACES)
    waiting = _render(TYPEFACES, mark_safe(' media="print" data-later'))
    return format_html("{}<noscript>{}</noscript>", waiting, _render(TYPEFACES))


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


@cache
def stylesheet_sources():
    """Return what the content security policy has to allow for these styles."""
    texts = [read_stylesheet(name).encode() for name in STYLESHEETS]
    digests = [base64.b64encode(hashlib.sha256(text).digest()) for text in texts]
    return [f"'sha256-{digest.decode()}'" for digest in digests]
