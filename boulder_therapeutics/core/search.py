import re

from django.shortcuts import render

from wagtail.models import Page

from .pagination import paginate

RESULTS_PER_PAGE = 10
MOST_RESULTS = 200
# What a visitor is most likely to want comes first.
FIRST = "services.ServicePage"


def search(request):
    """Show the pages that hold the words of `?q=`, services first."""
    query = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:200]
    results = paginate(find(query), request, RESULTS_PER_PAGE)
    return render(request, "search/search.html", {"query": query, "results": results})


def find(query):
    """Return the public pages that hold all words of `query`, best first."""
    # Anything but words has a meaning of its own to SQLite's full-text search.
    words = re.findall(r"\w+", query)
    if not words:
        return []
    pages = Page.objects.live().public().filter(depth__gt=2)
    found = list(pages.search(" ".join(words))[:MOST_RESULTS])
    found.sort(key=lambda page: page.specific_class._meta.label != FIRST)
    return found
