"""The site as an outline for language models: /llms.txt."""

from django.conf import settings
from django.shortcuts import render

from wagtail.models import Site

from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.core.publishing.indexing import only_indexed

from .descriptions import describe

MOST_PAGES = 100  # in a section


def show_llms(request):
    """List the public pages with a line about each, grouped by section."""
    home = Site.find_for_request(request).root_page.specific
    context = {
        "clinic": ClinicSettings.load(request),
        "about": describe(home),
        "groups": [*group_pages(home, request), *group_translations(home, request)],
    }
    text_type = "text/plain; charset=utf-8"
    return render(request, "llms.txt", context, content_type=text_type)


def group_pages(home, request):
    """Return (heading, lines) pairs: sections that have pages, then all others."""
    groups, single = [], []
    for section in home.get_children().live().public().specific():
        own = own_lines(section, request)
        below = lines_below(section, request)
        if below:
            groups.append((section.title, [*own, *below]))
        else:
            single += own
    return [*groups, ("More", single)] if single else groups


def group_translations(home, request):
    """Return (heading, lines) pairs: the pages in each other language."""
    names = dict(settings.LANGUAGES)
    homes = home.get_translations().live().public().select_related("locale").specific()
    found = [
        (
            names[other.locale.language_code],
            [*own_lines(other, request), *lines_below(other, request)],
        )
        for other in homes
    ]
    return [(heading, lines) for heading, lines in found if lines]


def own_lines(page, request):
    """Return the line about a page, none if search engines may not list it."""
    return [] if page.noindex else [line_about(page, request)]


def lines_below(section, request):
    """Return lines about the newest pages of a section, in the order of the tree."""
    pages = only_indexed(section.get_descendants().live().public())
    pages = pages.defer_streamfields().specific()
    newest = list(pages.order_by("-first_published_at", "-path")[: MOST_PAGES + 1])
    listed = sorted(newest[:MOST_PAGES], key=lambda page: page.path)
    lines = [line_about(page, request) for page in listed]
    if len(newest) > MOST_PAGES:
        sitemap = f"{settings.SITE_URL}/sitemap.xml"
        lines.append(f"- [All others]({sitemap}): Above are the newest {MOST_PAGES}.")
    return lines


def line_about(page, request):
    """Return a line of Markdown about a page, with the URL of its Markdown."""
    url = settings.SITE_URL + (page.get_url(request) or "")
    about = " ".join(describe(page).split())
    return f"- [{page.title}]({url}index.md): {about}"
