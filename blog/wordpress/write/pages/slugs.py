"""Slugs that no page can have, as something else is at its URL."""

import re

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from blog.models import BlogIndexPage

# The routes of the blog that an article of that name would hide: feed and years.
ROUTES = re.compile(r"^(?:feed|\d{4})$")


def is_reserved(slug, parent):
    """Return whether something else is at the URL of a page with a slug, or below."""
    if isinstance(parent, BlogIndexPage):
        return bool(ROUTES.match(slug))
    above = parent.url
    if not above:
        return False
    if above == "/" and slug in dict(settings.LANGUAGES):
        return True
    path, language = f"{above}{slug}/", _language_of(above)
    if _language_of(path) != language:
        return True
    return not all(_is_page(each, language) for each in (path, f"{path}x/"))


def _language_of(path):
    return get_language_from_path(path) or settings.LANGUAGE_CODE


def _is_page(path, language):
    """Return whether a path is left to the tree of pages in a language."""
    with override(language):
        try:
            return resolve(path).url_name == "wagtail_serve"
        except Resolver404:
            return False
