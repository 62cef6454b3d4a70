"""The site with its page cache on, over a database that really commits."""

from types import SimpleNamespace

import pytest

from django.test import Client
from django.utils import timezone

from blog.comments.models import CommentSettings
from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.pagecache import memo, purge_all
from tests.factories import (
    BlogPageFactory,
    CategoryFactory,
    ImageFactory,
    PersonFactory,
    StandardPageFactory,
)


class Reader:
    """A visitor who can tell whether an answer came from the cache."""

    def __init__(self):
        self.client = Client()

    def get(self, address, **headers):
        """Return the answer for `address`."""
        return self.client.get(address, headers=headers)

    def how(self, address, **headers):
        """Return hit, miss, stale, or None for an answer that is never kept."""
        return self.get(address, **headers).headers.get("X-Cache")

    def text(self, address):
        """Return the page at `address`."""
        return self.get(address).content.decode()


@pytest.fixture
def reader(settings, tmp_path, db, monkeypatch):
    """A visitor of the site with a cache of its own."""
    # The transaction that the test itself is in counts for nothing.
    monkeypatch.setattr(memo, "connection", SimpleNamespace(in_atomic_block=False))
    settings.PAGE_CACHE = tmp_path / "pages"
    return Reader()


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Do as if what follows were committed, which takes far longer."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def site(reader, commit, home, blog_index, service, contact_page):
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
    # Made when they are first asked for, which is a change of its own.
    ClinicSettings.load(), CommentSettings.load()
    with commit():
        purge_all()  # also what was remembered while the articles were made
    about = StandardPageFactory(parent=home, slug="about", title="About")
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
