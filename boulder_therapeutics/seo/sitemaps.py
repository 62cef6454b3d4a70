"""The public pages for search engines: one file, or an index of several."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.db.models import Max
from django.utils.functional import cached_property

from wagtail.models import Page, Site, get_page_models

from boulder_therapeutics.core.publishing.indexing import only_indexed

# The protocol allows 50,000, which would take too long to render.
URLS_PER_FILE = 5000


class SiteSitemap(Sitemap):
    """A sitemap with the scheme and host of SITE_URL, whatever the request says."""

    limit = URLS_PER_FILE

    def __init__(self, request):
        self.request = request
        self.root = Site.find_for_request(request).root_page
        self.protocol, self.domain = urlsplit(settings.SITE_URL)[:2]

    def get_domain(self, site=None):
        return self.domain

    def find_pages(self):
        """Return the pages that all visitors may read and search engines may list."""
        pages = self.root.get_descendants(inclusive=True)
        return only_indexed(pages.live().public())


class PageSitemap(SiteSitemap):
    """Pages with a single URL, read without their bodies."""

    def items(self):
        pages = self.find_pages().not_exact_type(*models_with_several_urls())
        return pages.order_by("path").values_list(
            "url_path", "last_published_at", named=True
        )

    def location(self, page):
        return page.url_path[len(self.root.url_path) - 1 :]

    def lastmod(self, page):
        return page.last_published_at

    def get_latest_lastmod(self):
        return self.items().aggregate(newest=Max("last_published_at"))["newest"]


class ListSitemap(SiteSitemap):
    """Pages that list others: their `get_sitemap_urls` returns all their URLs."""

    @cached_property
    def urls(self):
        pages = self.find_pages().exact_type(*models_with_several_urls()).specific()
        return [url for page in pages for url in page.get_sitemap_urls(self.request)]

    def items(self):
        return self.urls

    def location(self, url):
        return urlsplit(url["location"]).path

    def lastmod(self, url):
        return url["lastmod"]


def show_sitemap(request, section=None):
    """List the URLs of a section or of all, or the files if there are too many."""
    sections = make_sections(request)
    if section or all(each.paginator.num_pages == 1 for each in sections.values()):
        response = views.sitemap(request, sections, section)
    else:
        response = views.index(request, sections, sitemap_url_name="seo:show_section")
    # Unpublishing a page makes it older, so clients would not fetch the new list.
    del response.headers["Last-Modified"]
    return response


def make_sections(request):
    """Return the sitemaps by the names in their URLs."""
    return {"lists": ListSitemap(request), "pages": PageSitemap(request)}


def models_with_several_urls():
    """Return the page models that define `get_sitemap_urls` themselves."""
    default = Page.get_sitemap_urls
    return [
        model for model in get_page_models() if model.get_sitemap_urls is not default
    ]
