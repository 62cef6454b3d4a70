"""The pages right under the home page: what menus, footer and links lead to."""

from wagtail.models import Site

from .public import only_public


def find_sections(request):
    """Return the public children of the home page, looked up once a request."""
    if not hasattr(request, "_sections"):
        site = Site.find_for_request(request)
        pages = only_public(site.root_page.get_children()) if site else []
        request._sections = list(pages)
    return request._sections


def find_parents(request, page):
    """Return the pages above `page`, home first, mostly without another query."""
    site = Site.find_for_request(request)
    steps = page.depth - site.root_page.depth if site and page.depth else 0
    sections = [s for s in find_sections(request) if page.path.startswith(s.path)]
    if steps > 2 or (steps == 2 and not sections):
        return list(page.get_ancestors().filter(depth__gte=site.root_page.depth))
    return [site.root_page, *sections][:steps] if steps else []


def find_section_url(request, model):
    """Return the address of the section that is a `model`, or "" without one."""
    for page in find_sections(request):
        if page.specific_class is model:
            return page.get_url(request)
    return ""


def list_links(request, current, in_menu):
    """Return menu entries with `aria-current` for the page or section one is in."""
    return [
        {
            "title": page.title,
            "url": page.get_url(request),
            "current": describe_position(page, current, request),
        }
        for page in find_sections(request)
        if page.show_in_menus == in_menu
    ]


def describe_position(page, current, request):
    """Return the value of `aria-current` of a link to `page`, "" when elsewhere."""
    if not getattr(current, "path", "").startswith(page.path):
        return ""
    return "page" if request.path == page.get_url(request) else "true"
