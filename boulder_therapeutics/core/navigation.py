"""The sections of the site: the public pages right below the home page."""

from functools import reduce
from operator import or_

from django.conf import settings
from django.utils.functional import cached_property

from wagtail.models import Page, Site

from .languages import DEFAULT, current_language, language_tag
from .publishing.indexing import with_noindex
from .publishing.restrictions import only_public

PRIVACY_SLUGS = {"privacy", "privacidad"}
SHOWN = [
    *["content_type", "depth", "path", "show_in_menus", "slug", "title"],
    *["translation_key", "url_path"],
]


class Navigation:
    """The site of a request and its sections, loaded once per request."""

    def __init__(self, request):
        self.request = request
        self.site = Site.find_for_request(request)
        self._found = {}  # translations, by the key of the page

    @cached_property
    def home(self):
        """The home page in the active language, or None if there is none."""
        home = self.site and self.site.root_page
        language = current_language()
        if home is None or language == DEFAULT:
            return home
        translations = Page.objects.translation_of(home).live()
        return translations.filter(locale__language_code=language).first()

    @cached_property
    def sections(self):
        """The public children of the home page, in the order of the page tree."""
        return [page for page in self._children if page.is_child_of(self.home)]

    @cached_property
    def untranslated(self):
        """The sections of the footer that are only in the default language."""
        keys = {page.translation_key for page in self.sections}
        others = [page for page in self._children if page.translation_key not in keys]
        return [page for page in others if not page.show_in_menus]

    @cached_property
    def _children(self):
        if self.home is None:
            return []
        homes = [self.home, self.site.root_page]
        below = reduce(or_, [Page.objects.child_of(home) for home in homes])
        return list(only_public(below).order_by("path").only(*SHOWN))

    @cached_property
    def section_urls(self):
        """The URLs of the sections by the model of their page."""
        return {page.specific_class: self.url(page) for page in self.sections}

    def section_url(self, model):
        """Return the URL of the section of type `model`, "" without one."""
        return self.section_urls.get(model, "")

    @property
    def privacy_url(self):
        """The URL of the public privacy page, known by its slug, "" without one."""
        pages = [page for page in self.sections if page.slug in PRIVACY_SLUGS]
        return self.url(pages[0]) if pages else ""

    def url(self, page):
        """Return the URL of a page."""
        return page.get_url(self.request)

    def parents(self, page):
        """Return the pages above `page`, the home page first."""
        home = self.home
        if home is None or not page.depth:
            return []
        steps = page.depth - home.depth
        sections = [s for s in self.sections if page.path.startswith(s.path)]
        if steps > 2 or (steps == 2 and not sections):
            return list(page.get_ancestors().filter(depth__gte=home.depth))
        return [home, *sections][: max(steps, 0)]

    def alternates(self, page):
        """Return dicts with the URL and language of `page` and of its translations.

        Without those that search engines may not list; an empty list if it is one, or
        if none is left.
        """
        same = [other for other in self._translations(page) if is_same(other, page)]
        found = [other for other in same if not other.is_hidden]
        if not found or page.noindex:
            return []
        by_code = {other.locale.language_code: self.url(other) for other in found}
        by_code[current_language()] = self.url(page)
        return [
            {"code": code, "url": settings.SITE_URL + by_code[code]}
            for code, _ in settings.LANGUAGES
            if code in by_code
        ]

    def other_languages(self, page):
        """Return dicts with the name, tag and URL of the page in other languages.

        Without a translation of `page`, which may be None, that of the home page.
        """
        found = self._translations(page)
        links = []
        for code, name in settings.LANGUAGES:
            in_it = [other for other in found if other.locale.language_code == code]
            in_it.sort(key=lambda other: not is_same(other, page))
            if in_it:
                url = self.url(in_it[0])
                links.append({"name": name, "tag": language_tag(code), "url": url})
        return links

    def _translations(self, page):
        """Return the public translations of `page` and of the home page.

        With one query, or none if the home page is in one language only.
        """
        if self.site is None or not self._has_languages():
            return []
        key = page and page.translation_key
        if key not in self._found:
            keys = {key, self.site.root_page.translation_key} - {None}
            pages = Page.objects.filter(translation_key__in=keys)
            pages = with_noindex(pages).exclude(
                locale__language_code=current_language()
            )
            self._found[key] = self._below_home(only_public(pages))
        return self._found[key]

    def _below_home(self, pages):
        # Without a live home page, no page in a language has a URL.
        pages, home = list(pages.select_related("locale")), self.site.root_page
        locales = {page.locale_id for page in pages if is_same(page, home)}
        return [page for page in pages if page.locale_id in locales]

    def _has_languages(self):
        # Wagtail caches these, and they include drafts.
        roots = Site.get_site_root_paths()
        return sum(root.site_id == self.site.pk for root in roots) > 1

    def links(self, current, in_menu):
        """Return the links of the main menu or of the footer, as dicts.

        `current` is the page being shown, for `aria-current`. The footer also has the
        untranslated pages, with the `lang` of their titles.
        """
        own = [
            self._link(p, current) for p in self.sections if p.show_in_menus == in_menu
        ]
        if in_menu:
            return own
        lang = {"lang": language_tag(DEFAULT)}
        return [*own, *(self._link(p, current) | lang for p in self.untranslated)]

    def links_to(self, pk, current):
        """Return a list of the link to a page, empty for a section or a private one.

        To its translation, if there is one; otherwise with the `lang` of the page.
        """
        if pk is None:
            return []
        chosen = Page.objects.filter(pk=pk).values("translation_key")
        pages = Page.objects.filter(translation_key__in=chosen).select_related("locale")
        codes = {page.locale.language_code: page for page in only_public(pages)}
        code = current_language() if current_language() in codes else DEFAULT
        if code not in codes or codes[code] in self.sections + self.untranslated:
            return []
        lang = language_tag(code) if code != current_language() else ""
        return [self._link(codes[code], current) | {"lang": lang}]

    def _link(self, page, current):
        return {
            "title": page.title,
            "url": self.url(page),
            "current": self._aria_current(page, current),
        }

    def _aria_current(self, page, current):
        if not getattr(current, "path", "").startswith(page.path):
            return ""
        return "page" if self.request.path == self.url(page) else "true"


def is_same(page, other):
    """Return whether two pages are translations of each other."""
    return other is not None and page.translation_key == other.translation_key


def get_navigation(request):
    """Return the navigation of `request`, created on first use."""
    if not hasattr(request, "navigation"):
        request.navigation = Navigation(request)
    return request.navigation
