"""The pages right under the home page: what menus, footer and links lead to."""

from django.http.request import split_domain_port

from wagtail.models import Site
from wagtail.models.sites import get_site_for_hostname

from boulder_therapeutics.pagecache import memoize, tag

from .restrictions import only_public


def find_site(request):
    """Return the site that answers `request`, or None."""
    # As Wagtail itself does: the host is checked later.
    name = split_domain_port(request._get_raw_host())[0]
    return load_site(name, request.get_port())


@memoize("menu")
def load_site(hostname, port):
    """Return a site with its home page, or None."""
    site = get_site_for_hostname(hostname, port)
    if site:
        site.root_page = site.root_page.specific
    return site


def find_sections(request):
    """Return the public children of the home page, looked up once a request."""
    if not hasattr(request, "_sections"):
        site = Site.find_for_request(request)
        request._sections = load_sections(site.root_page) if site else []
    tag("menu")
    return request._sections


@memoize("menu")
def load_sections(root_page):
    """Return the public children of the home page, with what menus show of them."""
    return list(only_public(root_page.get_children()))


def find_parents(request, page):
    """Return the pages above `page`, home first, mostly without another query."""
    site = Site.find_for_request(request)
    steps = page.depth - site.root_page.depth if site and page.depth else 0
    sections = [s for s in find_sections(request) if page.path.startswith(s.path)]
    if steps > 2 or (steps == 2 and not sections):
        return list(page.get_ancestors().filter(depth__gte=site.root_page.depth))
    return [site.root_page, *sections][:steps] if steps else []


def find_section(request, model):
    """Return the section that is a `model`, or None without one."""
    sections = find_sections(request)
    return next((page for page in sections if page.specific_class is model), None)


def find_section_url(request, model):
    """Return the address of the section that is a `model`, or "" without one."""
    section = find_section(request, model)
    return section.get_url(request) if section else ""


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
