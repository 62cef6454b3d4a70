"""The site as programs that read for people like to have it: /llms.txt."""

from django.conf import settings
from django.shortcuts import render

from boulder_therapeutics.core.models import ClinicSettings, HomePage
from boulder_therapeutics.core.restrictions import only_public
from boulder_therapeutics.core.tags import PAGES
from boulder_therapeutics.pagecache import cache_response

from .descriptions import describe
from .sitemaps import find_home

# Of a section with more pages than this, the newest.
MOST_PAGES = 100


def show_llms(request):
    """List the public pages with a line on each, by the sections of the page tree."""
    cache_response(PAGES)
    # Anew, as what the site remembers of it is no more than menus need.
    home = HomePage.objects.get(pk=find_home(request).pk)
    context = {
        "clinic": ClinicSettings.load(request),
        "about": describe(home),
        "groups": group_pages(home, request),
    }
    text_type = "text/plain; charset=utf-8"
    return render(request, "llms.txt", context, content_type=text_type)


def group_pages(home, request):
    """Return (heading, lines) pairs: the sections with pages, then single pages."""
    groups, single = [], []
    for section in only_public(home.get_children()).specific():
        line, below = line_about(section, request), lines_below(section, request)
        if below:
            groups.append((section.title, [line, *below]))
        else:
            single.append(line)
    return [*groups, ("More", single)] if single else groups


def lines_below(section, request):
    """Return lines about the pages below a section, or about the newest of many."""
    pages = only_public(section.get_descendants()).defer_streamfields().specific()
    newest = list(pages.order_by("-first_published_at", "-path")[: MOST_PAGES + 1])
    listed = sorted(newest[:MOST_PAGES], key=lambda page: page.path)
    lines = [line_about(page, request) for page in listed]
    if len(newest) > MOST_PAGES:
        sitemap = f"{settings.SITE_URL}/sitemap.xml"
        lines.append(f"- [All others]({sitemap}): Above are the newest {MOST_PAGES}.")
    return lines


def line_about(page, request):
    """Return a page as a line of Markdown."""
    address = settings.SITE_URL + (page.get_url(request) or "")
    about = " ".join(describe(page).split())
    return f"- [{page.title}]({address}): {about}"
