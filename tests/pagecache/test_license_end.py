"""A license that ends leaves every cached page on its day."""

from datetime import timedelta

import pytest
import time_machine

from django.utils import timezone

from blog.models import BlogPage
from boulder_therapeutics.core.models import Person
from tests.factories import TherapistPageFactory

PAGES = [
    "/",
    "/about/",
    "/about/ann/",
    "/services/knee-pain/",
    "/blog/article-c/",
    "/blog/author/ann/",
]
CLAIMS = ["LMT", "icensed", "hasCredential", "Reviewed by", "reviewedBy"]


@pytest.fixture
def last_day(site, commit):
    """Let Ann's license end tomorrow; she is shown on all PAGES. Return that day."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    with commit():
        site.ann.license_expires = tomorrow
        site.ann.save()
        TherapistPageFactory(parent=site.about, slug="ann", person=site.ann)
        site.about.show_team = True
        site.about.save()
        site.service.therapists = [site.ann]
        site.service.save()
        site.c.reviewed_by, site.c.reviewed_on = site.ann, timezone.localdate()
        site.c.save()
    return timezone.make_aware(
        timezone.datetime.combine(tomorrow, timezone.datetime.min.time())
    )


def claims(visitor, url):
    return [claim for claim in CLAIMS if claim in visitor.text(url)]


def test_license_leaves_every_page_at_midnight(visitor, last_day):
    assert all(claims(visitor, url) for url in PAGES)
    assert {visitor.x_cache(url) for url in PAGES} == {"hit"}
    with time_machine.travel(last_day + timedelta(seconds=1)):
        assert [claims(visitor, url) for url in PAGES] == [[]] * len(PAGES)


def test_page_with_an_ended_license_is_no_fallback(visitor, last_day, monkeypatch):
    visitor.client.raise_request_exception = False
    visitor.get("/blog/article-c/"), visitor.get("/blog/article-a/")
    monkeypatch.setattr(BlogPage, "get_context", lambda *args: 1 / 0)
    with time_machine.travel(last_day + timedelta(seconds=1)):
        assert visitor.get("/blog/article-c/").status_code == 500
        assert visitor.x_cache("/blog/article-a/") == "stale"


def test_withdrawn_license_is_no_fallback(visitor, last_day, commit, monkeypatch):
    visitor.client.raise_request_exception = False
    visitor.get("/blog/article-c/")
    with commit():
        person = Person.objects.get(slug="ann")
        person.license_title = ""
        person.save()
    monkeypatch.setattr(BlogPage, "get_context", lambda *args: 1 / 0)
    assert visitor.get("/blog/article-c/").status_code == 500


def test_front_cache_keeps_no_page_with_an_ended_license(visitor, last_day, settings):
    settings.FRONT_CACHE_URL = "http://127.0.0.1:1/"
    page, other = visitor.get("/blog/article-c/"), visitor.get("/blog/article-a/")
    assert (page["X-Grace"], other["X-Grace"]) == ("0s", "604800s")
    for header in ("Cache-Control", "CDN-Cache-Control"):
        assert "stale-if-error=0" in page[header]
        assert "stale-if-error=86400" in other[header]


def test_ended_license_does_not_shorten_the_life_of_a_page(visitor, last_day):
    with time_machine.travel(last_day + timedelta(hours=1)):
        assert visitor.x_cache("/about/ann/") == "miss"
        assert visitor.x_cache("/about/ann/") == "hit"
