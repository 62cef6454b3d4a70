"""Redirects from the URLs of a former WordPress site."""

import re

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect

from ..models import ImportedItem
from .find import QUERIES, find_path, find_query

# WordPress itself, which is what programs that look for weaknesses ask for.
GONE = re.compile(
    r"^/(?:wp-login\.php|xmlrpc\.php|wp-admin|wp-includes|wp-json)(?:/|$)"
)
SAFE = {"GET", "HEAD"}


class OldUrlMiddleware:
    """Redirect `/?p=7`, feeds, archives and files of WordPress to their new URLs.

    Paths are looked at only when nothing else has this URL. The redirects of pages are
    rows that Wagtail's own middleware, inside of this one, has handled before.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if GONE.match(request.path):
            return HttpResponse("Gone", status=410, content_type="text/plain")
        if (
            request.method in SAFE
            and request.path == "/"
            and request.GET.keys() & QUERIES
        ):
            if url := find_query(request.GET):
                return HttpResponsePermanentRedirect(url)
            if is_unknown_number(request.GET):
                raise Http404("There is no such page.")
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in SAFE:
            return response
        url = find_path(request.path, request.GET)
        is_elsewhere = url and url.rstrip("/") != request.path.rstrip("/")
        return HttpResponsePermanentRedirect(url) if is_elsewhere else response


def is_unknown_number(query):
    """Return whether the query asks for a page by a number of the old site.

    Without an import, such a query means nothing and shows the home page.
    """
    names = {"p", "page_id", "attachment_id"}
    is_number = any(query.get(name, "").isdecimal() for name in names)
    return is_number and ImportedItem.objects.exists()
