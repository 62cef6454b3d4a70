"""The site with its page cache on, over a database that really commits."""

from types import SimpleNamespace

import pytest

from django.test import Client
from django.utils import timezone

from blog.comments.models import CommentSettings
from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.pagecache import invalidate_all
from tests.factories import (
    BlogPageFactory,
    CategoryFactory,
    ImageFactory,
    PersonFactory,
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


@pytest.fixture
def visitor(settings, tmp_path, db):
    """A visitor of the site, with a page cache of its own."""
    settings.PAGE_CACHE = tmp_path / "pages"
    return Visitor()


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Run the on_commit callbacks of the `with` block, as a real commit would."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def site(visitor, commit, home, blog_index, service, contact_page):
    """Four articles, a to d by date: c is about the knee, by Ann, in Running."""
    start = timezone.now() - timezone.timedelta(days=10)
    running, resting = CategoryFactory(slug="running"), CategoryFactory(slug="resting")
    ann, bob = PersonFactory(slug="ann", is_therapist=True), PersonFactory(slug="bob")
    articles = {}
    for number, slug in enumerate("abcd"):
        articles[slug] = BlogPageFactory(
            parent=blog_index,
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
    with commit():
        invalidate_all()
    return SimpleNamespace(
        **articles,
        about=about,
        ann=ann,
        blog=blog_index,
        home=home,
        running=running,
        resting=resting,
        service=service,
    )
