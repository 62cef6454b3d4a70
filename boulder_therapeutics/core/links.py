"""Links to pages in rich text."""

from django.utils.html import escape

from wagtail.models import Page
from wagtail.rich_text import pages

from .languages import DEFAULT, current_language, in_language

FIELDS = "live", "path", "translation_key", "url_path"


class PageLinkHandler(pages.PageLinkHandler):
    """Links to pages in the active language, loaded with one query or two."""

    @classmethod
    def get_many(cls, attrs_list):
        """Return the page of each link, None for one that was deleted."""
        ids = [str(attrs.get("id") or 0) for attrs in attrs_list]
        linked = Page.objects.filter(pk__in=ids).only(*FIELDS)
        found = {str(page.pk): page for page in linked}
        if current_language() != DEFAULT:
            found |= cls.find_translations(found)
        return [found.get(pk) for pk in ids]

    @classmethod
    def find_translations(cls, pages):
        """Return the pages in the active language, by the keys of `pages`."""
        keys = {page.translation_key for page in pages.values()}
        translations = Page.objects.live().filter(translation_key__in=keys)
        by_key = {p.translation_key: p for p in in_language(translations.only(*FIELDS))}
        shown = {pk: by_key.get(page.translation_key) for pk, page in pages.items()}
        return {pk: page for pk, page in shown.items() if page}

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        """Return the start tags, without Wagtail's query for each page."""
        return [
            f'<a href="{escape(page.url)}">' if page else "<a>"
            for page in cls.get_many(attrs_list)
        ]
