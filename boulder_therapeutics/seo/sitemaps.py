"""The list of all public pages for search engines, in as many files as it takes."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse

from wagtail.models import Page, Site, get_page_models

from boulder_therapeutics.core.restrictions import only_public
from boulder_therapeutics.core.tags import PAGES
from boulder_therapeutics.pagecache import cache_response

# The protocol allows 50,000, which would take an engine and the site longer.
PAGES_PER_FILE = 5000


def show_sitemap(request):
    """List all pages or, when there are too many for one file, the files."""
    pages = list_pages(request)
    if pages.num_pages == 1:
        return show_sitemap_file(request, 1)
    files = [
        {"location": address_of(number), "last_mod": newest}
        for number, newest in enumerate(newest_by_file(pages), start=1)
    ]
    return render_xml(request, "sitemap_index.xml", sitemaps=files)


def show_sitemap_file(request, number):
    """List some of the pages; those with lists of their own are in the first file."""
    pages = list_pages(request)
    if number not in pages.page_range:
        raise Http404("There is no such file.")
    home = find_home(request)
    rows = pages.page(number).object_list.values_list("url_path", "last_published_at")
    urls = [
        {"location": locate(home, url_path), "lastmod": published}
        for url_path, published in rows
    ]
    if number == 1:
        for page in find_pages(request).exact_type(*models_with_lists()).specific():
            urls += page.get_sitemap_urls(request)
    return render_xml(request, "sitemap.xml", urlset=urls)


def list_pages(request):
    """Return the pages that have nothing to list but themselves, a file at a time."""
    pages = find_pages(request).not_exact_type(*models_with_lists())
    return Paginator(pages.order_by("path"), PAGES_PER_FILE)


def newest_by_file(pages):
    """Return when each file last changed, found with one query."""
    rows = pages.object_list.values_list("last_published_at", flat=True)
    times, size = list(rows), pages.per_page
    newest = [latest(times[at : at + size]) for at in range(0, len(times), size)]
    # The lists in the first file are as new as anything that they list.
    return [latest(newest), *newest[1:]]


def latest(times):
    """Return the last of `times`, some of which may be None."""
    return max(filter(None, times), default=None)


def find_pages(request):
    """Return every page of the site that anybody may read."""
    return only_public(find_home(request).get_descendants(inclusive=True))


def find_home(request):
    """Return the home page of the site."""
    return Site.find_for_request(request).root_page


def models_with_lists():
    """Return the types of pages that say by themselves what to list of them."""
    own = Page.get_sitemap_urls
    return [model for model in get_page_models() if model.get_sitemap_urls is not own]


def locate(home, url_path):
    """Return the public address of a page by its path in the tree."""
    return settings.SITE_URL + url_path[len(home.url_path) - 1 :]


def address_of(number):
    """Return the public address of a file."""
    return settings.SITE_URL + reverse("core:show_sitemap_file", args=[number])


def render_xml(request, template, **context):
    """Render one of Django's templates, kept until any public page changes."""
    cache_response(PAGES)
    # Engines are to read it, not to find it.
    headers = {"X-Robots-Tag": "noindex"}
    return TemplateResponse(
        request, template, context, content_type="application/xml", headers=headers
    )
