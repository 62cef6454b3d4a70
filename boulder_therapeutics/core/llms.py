"""The site as programs that read for people like to have it: /llms.txt."""

from django.conf import settings
from django.shortcuts import render

from wagtail.models import Site

from .descriptions import describe
from .models import ClinicSettings
from .public import only_public


def show_llms(request):
    """List the public pages with a line on each, by the sections of the page tree."""
    home = Site.find_for_request(request).root_page.specific
    pages = only_public(home.get_descendants()).order_by("path").specific()
    context = {
        "clinic": ClinicSettings.load(request),
        "about": describe(home),
        "groups": group_pages(list(pages), home.depth + 1),
    }
    text_type = "text/plain; charset=utf-8"
    return render(request, "llms.txt", context, content_type=text_type)


def group_pages(pages, depth):
    """Return (heading, lines) pairs: the sections with pages, then single pages."""
    sections = [page for page in pages if page.depth == depth]
    groups, single = [], []
    for section in sections:
        below = [page for page in pages if page.is_descendant_of(section)]
        if below:
            groups.append((section.title, [line_about(p) for p in [section, *below]]))
        else:
            single.append(line_about(section))
    return [*groups, ("More", single)] if single else groups


def line_about(page):
    """Return a page as a line of Markdown."""
    address = settings.SITE_URL + (page.get_url() or "")
    about = " ".join(describe(page).split())
    return f"- [{page.title}]({address}): {about}"
