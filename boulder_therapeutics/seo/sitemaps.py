"""The public pages for search engines: one file, or an index of several."""

from functools import reduce
from operator import or_
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.db.models import Max, Q
from django.utils.functional import cached_property

from wagtail.models import Page, Site, get_page_models

from boulder_therapeutics.core.publishing.indexing import only_indexed

# The protocol allows 50,000, which would take too long to render.
URLS_PER_FILE = 5000
FIELDS = "url_path", "last_published_at", "translation_key"


class SiteSitemap(Sitemap):
    """A sitemap with the scheme and host of SITE_URL, whatever the request says."""

    limit = URLS_PER_FILE

    def __init__(self, request):
        self.request = request
        root = Site.find_for_request(request).root_page
        homes = Page.objects.filter(translation_key=root.translation_key)
        self.homes = list(homes.live().select_related("locale"))
        self.protocol, self.domain = urlsplit(settings.SITE_URL)[:2]

    def get_domain(self, site=None):
        return self.domain

    def find_pages(self):
        """Return the pages that all visitors may read and search engines may list.

        In all languages.
        """
        trees = (Q(path__startswith=home.path) for home in self.homes)
        return only_indexed(Page.objects.filter(reduce(or_, trees)).live().public())

    def path_of(self, url_path):
        """Return the path in the URL of a page with a certain `url_path`."""
        home = next(h for h in self.homes if url_path.startswith(h.url_path))
        return (
            urlsplit(home.get_url(self.request)).path + url_path[len(home.url_path) :]
        )


class PageSitemap(SiteSitemap):
    """Pages with a single URL, read without their bodies."""

    def items(self):
        pages = self.find_pages().not_exact_type(*models_with_several_urls())
        return pages.order_by("path").values_list(*FIELDS, named=True)

    def location(self, page):
        return self.path_of(page.url_path)

    def lastmod(self, page):
        return page.last_published_at

    def get_urls(self, *args, **kwargs):
        """Add the URLs of each page in all languages."""
        urls = super().get_urls(*args, **kwargs)
        by_key = self.find_translations({url["item"].translation_key for url in urls})
        for url in urls:
            url["alternates"] = by_key.get(url["item"].translation_key, [])
        return urls

    def find_translations(self, keys):
        """Return the URLs in each language of the pages that are translated, by key."""
        if len(self.homes) == 1:
            return {}
        rows = self.find_pages().filter(translation_key__in=keys).order_by("locale")
        by_key = {}
        for row in rows.values_list(*FIELDS, "locale__language_code", named=True):
            url = f"{self.protocol}://{self.domain}{self.path_of(row.url_path)}"
            alternate = {"lang_code": row.locale__language_code, "location": url}
            by_key.setdefault(row.translation_key, []).append(alternate)
        return {key: urls for key, urls in by_key.items() if len(urls) > 1}

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
