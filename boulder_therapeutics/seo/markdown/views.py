from django.conf import settings
from django.http import Http404, HttpResponse

from wagtail.models import Page
from wagtail.views import serve

from boulder_therapeutics.core.publishing.restrictions import only_public
from boulder_therapeutics.core.views import route_request

from .convert import to_markdown

HTML = "text/html; charset=utf-8"


def serve_markdown(request, path):
    """Serve the page with the URL path `path` as Markdown, the same words as in HTML.

    At a URL of its own, as caches have one response for each URL. Only pages that all
    visitors may read have one, whoever is logged in.
    """
    route_request(request, path)
    page = Page.find_for_request(request, path)
    if page is None or not only_public(Page.objects.filter(pk=page.pk)).exists():
        raise Http404
    response = serve(request, path)
    if response.status_code != 200 or response["Content-Type"] != HTML:
        raise Http404
    url = settings.SITE_URL + request.path.removesuffix("index.md")
    return HttpResponse(
        to_markdown(response.render().content, url),
        content_type="text/markdown; charset=utf-8",
        headers={"X-Robots-Tag": "noindex", "Link": f'<{url}>; rel="canonical"'},
    )
