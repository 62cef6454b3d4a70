"""The main part of pages as HTML, with the originals of images."""

from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import Resolver404, resolve
from django.utils import translation

from boulder_therapeutics.images.models import CustomImage, Rendition
from boulder_therapeutics.seo.markdown.convert import read_main, skip_controls


def make_request(path):
    """Return the request of an anonymous visitor."""
    site = urlsplit(settings.SITE_URL)
    factory = RequestFactory(HTTP_HOST=site.netloc)
    request = factory.get(path, secure=site.scheme == "https")
    request.user = AnonymousUser()
    return request


def render_page(page):
    """Return the main element of a page as visitors see it."""
    path = urlsplit(page.get_url() or "/").path
    request = make_request(path)
    with translation.override(page.locale.language_code):
        _, args, kwargs = page.route(request, []) if page.live else (page, [], {})
        response = page.serve(request, *args, **kwargs)
        return read_main(response.render().content)


def render_article(article):
    """Return the body of an article and its references."""
    request = make_request(urlsplit(article.get_url() or "/").path)
    context = {"page": article, "in_feed": True}
    with translation.override(article.locale.language_code):
        html = render_to_string("transfer/article.html", context, request)
    return skip_controls(BeautifulSoup(html, "html.parser"))


class Originals:
    """Replaces the renditions in HTML with the originals of images."""

    def __init__(self):
        self.prefix = default_storage.url("x").removesuffix("x")

    def show(self, soup, describe):
        """Replace them; `describe` returns attributes for the id and the file name."""
        for picture in soup.find_all("picture"):
            picture.replace_with(picture.img)
        for element in soup.find_all("img"):
            if image := self._find(element.get("src") or ""):
                element.attrs = {"alt": element.get("alt", ""), **describe(*image)}

    def _find(self, src):
        """Return the id and the file name of the image that is at a URL, or None."""
        if src.startswith(self.prefix):
            name = src.removeprefix(self.prefix)
            renditions = Rendition.objects.filter(file=name)
            if found := renditions.values_list("image", "image__file").first():
                return found
        try:
            pk = resolve(urlsplit(src).path).kwargs.get("image_id")
        except Resolver404:
            return None
        return CustomImage.objects.filter(pk=pk).values_list("pk", "file").first()


def make_absolute(soup, url):
    """Make the URLs of links absolute, those of images excepted."""
    for link in soup.find_all("a", href=True):
        link["href"] = urljoin(url, link["href"])
