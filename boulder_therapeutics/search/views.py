from django.shortcuts import render
from django.utils.translation import gettext

from boulder_therapeutics.core.navigation import get_navigation
from boulder_therapeutics.core.pagination import paginate

from .find import find

RESULTS_PER_PAGE = 10
LONGEST_QUERY = 200


def search(request):
    """Show the pages and people that match the words of `?q=`, services first."""
    query = " ".join(request.GET.get("q", "").replace("\x00", "").split())
    query = query[:LONGEST_QUERY]
    found = find(query, get_navigation(request).home)
    context = {
        "query": query,
        "results": paginate(found, request, RESULTS_PER_PAGE),
        "heading": gettext("Search for “%s”") % query if query else gettext("Search"),
        "about": gettext("Search the services, articles and pages of the clinic."),
        "noindex": True,
    }
    return render(request, "search/search.html", context)
