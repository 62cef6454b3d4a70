"""Slugs that no page can have, as something else is at its URL."""

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from wagtail.admin.forms import WagtailAdminPageForm


class SlugForm(WagtailAdminPageForm):
    """The form of a page that may not take the URL of something else."""

    def clean(self):
        """Reject a slug at whose URL the page could not be opened."""
        cleaned = super().clean()
        slug = cleaned.get("slug")
        if slug and is_reserved(slug, self.parent_page):
            message = "The site needs this URL for something else. Choose another slug."
            self.add_error("slug", message)
        return cleaned


def is_reserved(slug, parent):
    """Return whether something else is at the URL of a page with a slug, or below.

    Such slugs are languages and the routes that come before the tree of pages, like
    `es`, `media` or `search`. Below a page without a URL, none is reserved.
    """
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
