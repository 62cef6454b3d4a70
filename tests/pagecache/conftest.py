"""The site with its page cache on, over a database that really commits."""

import shutil
from types import SimpleNamespace

import pytest

from django.test import Client, RequestFactory, override_settings
from django.utils import timezone

from wagtail.models import Site

from blog.comments.models import CommentSettings
from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.pagecache import invalidate_all
from boulder_therapeutics.pagecache.cache import get_cache
from boulder_therapeutics.pagecache.middleware import find_cached
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    CategoryFactory,
    ContactPageFactory,
    ImageFactory,
    PersonFactory,
    ServiceIndexPageFactory,
    ServicePageFactory,
    StandardPageFactory,
)


class Visitor:
    """An anonymous visitor who looks at the X-Cache header."""

    def __init__(self):
        self.client = Client()

    def get(self, url, **headers):
        """Return the response for `url`."""
        return self.client.get(url, headers=headers)

    def x_cache(self, url, **headers):
        """Return hit, miss, stale, or None for a response that is never cached."""
        return self.get(url, **headers).headers.get("X-Cache")

    def text(self, url):
        """Return the body of the page at `url`."""
        return self.get(url).content.decode()

    def cached(self, urls):
        """Return those of `urls` that would be a hit, without rendering the others."""
        requests = RequestFactory()
        return {url for url in urls if find_cached(get_cache(), requests.get(url))[1]}


@pytest.fixture
def visitor(settings, tmp_path, db):
    """A visitor of the site, with a page cache of its own."""
    settings.PAGE_CACHE = tmp_path / "pages"
    return Visitor()


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Run the on_commit callbacks of the `with` block, as a real commit would."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def build_site():
    """Four articles, a to d by date: c is about the knee, by Ann, in Running."""
    home = Site.objects.get().root_page.specific
    blog = BlogIndexPageFactory(parent=home)
    services = ServiceIndexPageFactory(parent=home)
    service = ServicePageFactory(parent=services, title="Knee Pain", slug="knee-pain")
    ContactPageFactory(parent=home)
    start = timezone.now() - timezone.timedelta(days=10)
    running, resting = CategoryFactory(slug="running"), CategoryFactory(slug="resting")
    ann, bob = PersonFactory(slug="ann", is_therapist=True), PersonFactory(slug="bob")
    articles = {}
    for number, slug in enumerate("abcd"):
        articles[slug] = BlogPageFactory(
            parent=blog,
            slug=f"article-{slug}",
            title=f"Article {slug}",
            date=start + timezone.timedelta(days=number),
            authors=[ann if slug == "c" else bob],
        )
        articles[slug].categories = [running if slug == "c" else resting]
        articles[slug].cover = ImageFactory() if slug == "c" else None
        articles[slug].services = [service] if slug == "c" else []
        articles[slug].save()
    about = StandardPageFactory(parent=home, slug="about", title="About")
    # Created on first use, which would invalidate pages in the middle of a test.
    ClinicSettings.load(), CommentSettings.load()
    rows = {"about": about, "ann": ann, "blog": blog, "home": home, "service": service}
    return {**articles, **rows, "running": running, "resting": resting}


@pytest.fixture(scope="module")
def shared_site(module_db, tmp_path_factory):
    """Rows and media folder of a site that is built once for all tests of a module."""
    media = tmp_path_factory.mktemp("media")
    with override_settings(MEDIA_ROOT=str(media)):
        return SimpleNamespace(rows=build_site(), media=media)


@pytest.fixture
def site(shared_site, visitor, commit, settings, tmp_path):
    """The site as it was built, with rows and files that the test may change."""
    # A deleted image deletes its files, which no rollback would restore.
    media = shutil.copytree(shared_site.media, tmp_path / "media")
    settings.MEDIA_ROOT = str(media)
    # Also sends what earlier tests were going to invalidate before their rollback.
    with commit():
        invalidate_all()
    rows = shared_site.rows.items()
    return SimpleNamespace(
        **{name: type(row).objects.get(pk=row.pk) for name, row in rows}
    )
