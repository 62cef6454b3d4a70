"""The sections of the site: the public pages right below the home page."""

from django.utils.functional import cached_property

from wagtail.models import Page, Site

from .publishing.restrictions import only_public

SHOWN = "content_type", "depth", "path", "show_in_menus", "slug", "title", "url_path"


class Navigation:
    """The site of a request and its sections, loaded once per request."""

    def __init__(self, request):
        self.request = request
        self.site = Site.find_for_request(request)

    @cached_property
    def sections(self):
        """The public children of the home page, in the order of the page tree."""
        if self.site is None:
            return []
        children = self.site.root_page.get_children().only(*SHOWN)
        return list(only_public(children))

    @cached_property
    def section_urls(self):
        """The URLs of the sections by the model of their page."""
        return {page.specific_class: self.url(page) for page in self.sections}

    def section_url(self, model):
        """Return the URL of the section of type `model`, "" without one."""
        return self.section_urls.get(model, "")

    def url(self, page):
        """Return the URL of a page."""
        return page.get_url(self.request)

    def parents(self, page):
        """Return the pages above `page`, the home page first."""
        if self.site is None or not page.depth:
            return []
        home = self.site.root_page
        steps = page.depth - home.depth
        sections = [s for s in self.sections if page.path.startswith(s.path)]
        if steps > 2 or (steps == 2 and not sections):
            return list(page.get_ancestors().filter(depth__gte=home.depth))
        return [home, *sections][: max(steps, 0)]

    def links(self, current, in_menu):
        """Return the links of the main menu or of the footer, as dicts.

        `current` is the page being shown, for `aria-current`.
        """
        return [
            self._link(page, current)
            for page in self.sections
            if page.show_in_menus == in_menu
        ]

    def links_to(self, pk, current):
        """Return a list of the link to a page, empty for a section or a private one."""
        if pk is None or pk in {page.pk for page in self.sections}:
            return []
        return [self._link(p, current) for p in only_public(Page.objects.filter(pk=pk))]

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


def get_navigation(request):
    """Return the navigation of `request`, created on first use."""
    if not hasattr(request, "navigation"):
        request.navigation = Navigation(request)
    return request.navigation
