"""Every kind of change invalidates the pages that show it."""

import datetime
import shutil

import pytest
import time_machine

from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from blog.comments import states
from blog.comments.models import Comment, CommentSettings
from blog.comments.privacy import personal_data
from blog.models import index
from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.core.tags import PAGES as PAGES_TAG
from boulder_therapeutics.images.models import CustomImage
from boulder_therapeutics.pagecache import invalidate
from boulder_therapeutics.pagecache.cache import get_cache
from boulder_therapeutics.pagecache.storage.versions import ALL
from tests.factories import (
    BlogPageFactory,
    CategoryFactory,
    CommentFactory,
    PersonFactory,
    ServicePageFactory,
    UserFactory,
)

from .conftest import Visitor

HOME, BLOG, FEED = "/", "/blog/", "/blog/feed/"
A, B, C, D = (f"/blog/article-{letter}/" for letter in "abcd")
RUNNING, RESTING = "/blog/category/running/", "/blog/category/resting/"
ANN, KNEE, SERVICES = "/blog/author/ann/", "/services/knee-pain/", "/services/"
ABOUT, CONTACT, COMMENTS = "/about/", "/contact/", "/blog/comments/feed/"
NEWEST, ANN_FEED = f"{C}?order=newest", "/blog/author/ann/feed/"
# The year of article c.
YEAR = f"/blog/{(timezone.localdate() - datetime.timedelta(days=8)).year}/"
LISTS = ["/sitemap.xml", "/llms.txt"]
PAGES = {
    HOME, BLOG, FEED, A, B, C, D, RUNNING, RESTING, ANN, KNEE, SERVICES, ABOUT, CONTACT,
    COMMENTS, NEWEST, ANN_FEED, YEAR,
}  # fmt: skip


def edit(page, **fields):
    """Publish `page` with other fields, as the editor does."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def change(thing, **fields):
    """Save `thing` with other fields."""
    thing = type(thing).objects.get(pk=thing.pk)
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.save()


def publish_new(site):
    new = BlogPageFactory(parent=site.blog, live=False)
    new.categories = [site.resting]
    new.save_revision().publish()


def publish_on_schedule(site):
    page = type(site.c).objects.get(pk=site.c.pk)
    page.introduction = "Later words."
    page.go_live_at = timezone.now() + datetime.timedelta(hours=1)
    page.save_revision().publish()
    with time_machine.travel(page.go_live_at + datetime.timedelta(minutes=1)):
        call_command("publish_scheduled")


def expire_on_schedule(site):
    soon = timezone.now() + datetime.timedelta(hours=1)
    Page.objects.filter(pk=site.c.pk).update(expire_at=soon)
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=2)):
        call_command("publish_scheduled")


def comment_of(site):
    return Comment.objects.filter(page=site.c).get()


def set_status(site, status):
    states.set_status([comment_of(site).pk], status)


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


ARTICLES = {A, B, C, D, NEWEST}
# Pages that show the cover of article c, or load it for a link to the article.
WITH_COVER_OF_C = {
    HOME, BLOG, FEED, B, C, D, RUNNING, ANN, KNEE, NEWEST, ANN_FEED, YEAR,
}  # fmt: skip
WITH_COMMENTS_OF_C = {
    C, BLOG, FEED, RUNNING, RESTING, ANN, COMMENTS, NEWEST, ANN_FEED, YEAR,
}  # fmt: skip

# Each change, and the pages that it invalidates.
CHANGES = {
    "publish": (lambda s: edit(s.c, introduction="New."), PAGES),
    "new article": (publish_new, PAGES),
    "scheduled publication": (publish_on_schedule, PAGES),
    "scheduled end": (expire_on_schedule, PAGES),
    "unpublish": (lambda s: s.c.unpublish(), PAGES),
    "delete": (lambda s: s.c.delete(), PAGES),
    "rename": (lambda s: edit(s.c, slug="renamed"), PAGES),
    "other category": (lambda s: edit(s.c, categories=[s.resting]), PAGES),
    "restrict": (lambda s: restrict(s.c), PAGES),
    "restrict a section": (lambda s: restrict(s.blog), PAGES),
    "draft": (lambda s: s.c.save_revision(), set()),
    "order in the menu": (lambda s: s.about.move(s.home, "first-child"), PAGES),
    "rename index": (lambda s: edit(s.blog, slug="news"), PAGES),
    "unpublish service": (lambda s: s.service.unpublish(), PAGES),
    "new service": (lambda s: ServicePageFactory(parent=s.service.get_parent()), PAGES),
    "settings": (lambda s: ClinicSettings.load().save(), PAGES - {FEED, ANN_FEED}),
    "comment settings": (lambda s: CommentSettings.load().save(), ARTICLES),
    "person": (lambda s: change(s.ann, name="Anna"), PAGES),
    "new person": (lambda s: PersonFactory(is_therapist=True), PAGES),
    "category": (lambda s: change(s.running, name="Run"), PAGES),
    "new category": (lambda s: CategoryFactory(), PAGES),
    "image": (lambda s: change(s.c.cover, focal_point_x=5), WITH_COVER_OF_C),
    "deleted image": (lambda s: CustomImage.objects.get().delete(), WITH_COVER_OF_C),
    "redirect": (
        lambda s: Redirect.objects.create(old_path="/old", redirect_link="/"),
        set(),
    ),
    "site": (lambda s: Site.objects.get().save(), PAGES),
    "approve": (lambda s: set_status(s, "approved"), WITH_COMMENTS_OF_C),
    "still waiting": (lambda s: set_status(s, "spam"), set()),
    "empty spam": (lambda s: states.delete([comment_of(s).pk]), set()),
    "new waiting comment": (
        lambda s: CommentFactory(page=s.a, status="pending"),
        set(),
    ),
}

SHOWN_COMMENT = {
    "unapprove": lambda s: set_status(s, "pending"),
    "trash": lambda s: set_status(s, "trash"),
    "delete": lambda s: states.delete([comment_of(s).pk]),
    "redact": lambda s: change(comment_of(s), text="Redacted."),
    "erase": lambda s: personal_data.erase("reader@example.org"),
}


@pytest.fixture(scope="module")
def warm_pages(shared_site, tmp_path_factory):
    """The folder of a page cache that has all pages of the shared site."""
    folder = tmp_path_factory.mktemp("warm") / "pages"
    with override_settings(PAGE_CACHE=folder):
        visitor = Visitor()
        for url in [*PAGES, *LISTS]:
            visitor.get(url)
    return folder


@pytest.fixture
def warm_site(warm_pages, site, settings, tmp_path):
    """The site, all of whose pages are cached."""
    settings.PAGE_CACHE = shutil.copytree(warm_pages, tmp_path / "warm")
    return site


@pytest.mark.parametrize("name", CHANGES)
def test_change_invalidates_the_pages_that_show_it(visitor, warm_site, commit, name):
    CommentFactory(page=warm_site.c, email="reader@example.org", status="pending")
    make, changed = CHANGES[name]
    assert visitor.cached(PAGES) == PAGES
    with commit():
        make(warm_site)
    assert PAGES - visitor.cached(PAGES) == changed


@pytest.mark.parametrize("name", SHOWN_COMMENT)
def test_change_of_a_visible_comment_invalidates_its_pages(
    visitor, warm_site, commit, name
):
    fields = {"email": "reader@example.org", "text": "Old words."}
    CommentFactory(page=warm_site.c, status="pending", **fields)
    with commit():
        set_status(warm_site, "approved")
    for url in WITH_COMMENTS_OF_C:
        visitor.get(url)
    assert visitor.cached(PAGES) == PAGES
    assert "Old words." in visitor.text(C)
    with commit():
        SHOWN_COMMENT[name](warm_site)
    assert PAGES - visitor.cached(PAGES) == WITH_COMMENTS_OF_C
    assert ("Old words." in visitor.text(C)) == (name == "erase")


def test_comment_of_deleted_staff_loses_its_badge(visitor, site, commit):
    user = UserFactory()
    CommentFactory(page=site.c, user=user)
    assert "Clinic team" in visitor.text(C)
    with commit():
        user.delete()
    assert "Clinic team" not in visitor.text(C)


def test_invalidation_waits_for_the_commit(visitor, site, commit):
    visitor.get(C)
    with commit():
        invalidate(PAGES_TAG)
        assert visitor.x_cache(C) == "hit"
    assert visitor.x_cache(C) == "miss"


@pytest.mark.parametrize("name", CHANGES)
def test_sitemap_and_llms_txt_are_as_if_rendered_now(visitor, warm_site, commit, name):
    CommentFactory(page=warm_site.c, email="reader@example.org", status="pending")
    with commit():
        CHANGES[name][0](warm_site)
    # Those that are no longer cached would be rendered now.
    cached = {url: visitor.text(url) for url in visitor.cached(LISTS)}
    get_cache().invalidate([ALL])
    assert cached == {url: visitor.text(url) for url in cached}


@pytest.mark.parametrize("name", ["draft", "approve", "redirect"])
def test_sitemap_and_llms_txt_stay_cached(visitor, warm_site, commit, name):
    CommentFactory(page=warm_site.c, status="pending")
    with commit():
        CHANGES[name][0](warm_site)
    assert visitor.cached(LISTS) == set(LISTS)


def test_rolled_back_change_invalidates_nothing(visitor, site, commit):
    visitor.get(C)
    with commit(), pytest.raises(ZeroDivisionError), transaction.atomic():
        edit(site.c, introduction="New.")
        raise ZeroDivisionError
    assert visitor.x_cache(C) == "hit"


def test_page_that_changes_while_it_is_rendered_is_not_cached(
    visitor, site, monkeypatch
):
    def serve(page, *args):
        get_cache().invalidate([PAGES_TAG])
        return Page.serve(page, *args)

    monkeypatch.setattr(type(site.c), "serve", serve)
    assert visitor.x_cache(C) == "stale"
    monkeypatch.undo()
    assert visitor.x_cache(C) == "miss"


def test_special_day_appears_on_its_day(visitor, site, commit):
    clinic = ClinicSettings.load()
    date = timezone.localdate() + datetime.timedelta(days=40)
    value = {"date": date, "opens": None, "closes": None, "reason": "Holiday"}
    clinic.special_days = [("day", value)]
    with commit():
        clinic.save()
    assert "Holiday" not in visitor.text(ABOUT)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=11)):
        assert "Holiday" in visitor.text(ABOUT)


# Changes of articles, and the number in the category afterwards.
LISTED = {
    "new": (publish_new, 4),
    "joins": (lambda s: change(s.c, categories=[s.resting]), 4),
    "joins later": (lambda s: edit(s.c, categories=[s.resting]), 4),
    "leaves": (lambda s: change(s.b, categories=[]), 2),
    "unpublished": (lambda s: s.b.unpublish(), 2),
    "restricted": (lambda s: restrict(s.b), 2),
    "deleted": (lambda s: s.b.delete(), 2),
    "edited": (lambda s: edit(s.b, title="Other"), 3),
}


@pytest.mark.parametrize("name", LISTED)
def test_number_of_pages_follows_the_number_of_articles(
    visitor, site, commit, monkeypatch, name
):
    monkeypatch.setattr(index, "ARTICLES_PER_PAGE", 1)
    make, count = LISTED[name]
    last = "/blog/category/resting/?page={}"
    assert visitor.get(last.format(3)).status_code == 200
    with commit():
        make(site)
    found = [visitor.get(last.format(page)).status_code for page in (count, count + 1)]
    assert found == [200, 404]


def test_review_that_becomes_overdue_disappears_at_midnight(visitor, site):
    due = timezone.localdate() + datetime.timedelta(days=30)
    site.b.reviewed_by = PersonFactory(is_therapist=True)
    site.b.reviewed_on, site.b.next_review_on = timezone.localdate(), due
    site.b.save()
    evening = datetime.datetime.combine(due, datetime.time(23, 59))
    evening = timezone.make_aware(evening)
    with time_machine.travel(evening, tick=False):
        assert "Next review" in visitor.text(site.b.url)
        assert visitor.x_cache(site.b.url) == "hit"
    with time_machine.travel(evening + datetime.timedelta(minutes=2), tick=False):
        assert "Next review" not in visitor.text(site.b.url)
