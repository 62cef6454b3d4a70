from django.http import Http404

from wagtail.models import Page
from wagtail.views import serve

from .navigation import get_navigation
from .workarounds import set_route


def serve_page(request, path):
    """Serve the page with the URL path `path` in the active language."""
    route_request(request, path)
    return serve(request, path)


def route_request(request, path):
    """Find the page with the URL path `path`, with two queries, or raise Http404.

    Wagtail's own routing needs two for each level. URLs without a page of their own,
    such as the blog's lists by category, are still routed by the pages above them.
    """
    home = get_navigation(request).home
    if home is None:
        raise Http404
    pages = Page.objects.filter(live=True).only("content_type")
    page = pages.filter(url_path=f"{home.url_path}{path}").first()
    rest = [] if page else [part for part in path.split("/") if part]
    set_route(request, (page or home).specific.route(request, rest))
