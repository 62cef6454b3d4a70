"""The text of pages as HTML, with the originals of images."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import Resolver404, resolve
from django.utils import translation

from wagtail.models import Page

from blog.models import BlogPage
from boulder_therapeutics.images.models import CustomImage, Rendition
from boulder_therapeutics.images.pictures import prefetch_renditions
from boulder_therapeutics.seo.markdown.convert import read_main, skip_controls


def make_request(path="/"):
    """Return the request of an anonymous visitor."""
    site = urlsplit(settings.SITE_URL)
    factory = RequestFactory(HTTP_HOST=site.netloc)
    request = factory.get(path, secure=site.scheme == "https")
    request.user = AnonymousUser()
    return request


@dataclass
class Rendered:
    """A page and its text, which the writers of each format change in turn."""

    page: Page
    url: str  # "" for pages that have none
    content: Tag
    # The `<img>` elements with the ids and the file names of their originals.
    images: list


class Renderer:
    """Renders pages as visitors see them, and articles without what is around them."""

    def __init__(self):
        self.originals = Originals()
        # The menu, which some blocks link to, is loaded once per request.
        self._request = cache(lambda language: make_request())

    def render(self, page):
        language = page.locale.language_code
        with translation.override(language):
            url = page.get_full_url(self._request(language)) or ""
            if isinstance(page, BlogPage):
                content = render_article(page, self._request(language))
            else:
                content = render_page(page, urlsplit(url).path or "/")
        for link in content.find_all("a"):
            if "href" in link.attrs:
                link["href"] = urljoin(url or settings.SITE_URL, link["href"])
        return Rendered(page, url, content, self.originals.find(content))


def render_page(page, path):
    """Return the main element of a page."""
    request = make_request(path)
    _, args, kwargs = page.route(request, []) if page.live else (page, [], {})
    response = page.serve(request, *args, **kwargs)
    return read_main(response.render().content)


def render_article(article, request):
    """Return the body of an article and its references.

    The page around them takes ten times as long and says nothing of its own.
    """
    context = {"page": article, "in_feed": True}
    html = render_to_string("transfer/article.html", context, request)
    return skip_controls(BeautifulSoup(html, "html.parser"))


class Originals:
    """Finds the original images of the renditions in HTML."""

    def __init__(self):
        self._known = {}
        self._prefix = default_storage.url("x").removesuffix("x")

    def prefetch(self, images):
        """Find the renditions of `images` with one query, and forget all others."""
        prefetch_renditions(images)
        self._known = {
            source.url: (image.pk, image.file.name)
            for image in filter(None, images)
            for source in image.existing_sources.values()
        }

    def find(self, content):
        """Return the `<img>` elements with the id and file name of their originals."""
        for picture in content.find_all("picture"):
            picture.replace_with(picture.img)
        found = [
            (img, self._find(img.get("src") or "")) for img in content.find_all("img")
        ]
        return [(image, *original) for image, original in found if original]

    def _find(self, src):
        """Return the id and the file name of the image that is at a URL, or None."""
        if src in self._known:
            return self._known[src]
        if src.startswith(self._prefix):
            name = src.removeprefix(self._prefix)
            renditions = Rendition.objects.filter(file=name)
            if found := renditions.values_list("image", "image__file").first():
                return found
        try:
            pk = resolve(urlsplit(src).path).kwargs.get("image_id")
        except Resolver404:
            return None
        return CustomImage.objects.filter(pk=pk).values_list("pk", "file").first()
