"""Every way content changes: what shows it is fresh, and everything else a hit."""

import datetime

import pytest
import time_machine

from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from blog.comments import states
from blog.comments.models import Comment, CommentSettings
from blog.comments.privacy import personal_data
from blog.models import index
from boulder_therapeutics.core.models import ClinicSettings
from boulder_therapeutics.images.models import CustomImage
from boulder_therapeutics.pagecache import purge
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

HOME, BLOG, FEED = "/", "/blog/", "/blog/feed/"
A, B, C, D = (f"/blog/article-{letter}/" for letter in "abcd")
RUNNING, RESTING = "/blog/category/running/", "/blog/category/resting/"
ANN, KNEE, SERVICES = "/blog/author/ann/", "/services/knee-pain/", "/services/"
ABOUT, CONTACT, COMMENTS = "/about/", "/contact/", "/blog/comments/feed/"
LISTS = ["/sitemap.xml", "/llms.txt"]
PAGES = {
    HOME, BLOG, FEED, A, B, C, D, RUNNING, RESTING, ANN, KNEE, SERVICES, ABOUT, CONTACT,
    COMMENTS,
}  # fmt: skip
ARTICLES = {A, B, C, D}
# Whatever shows a card of article c.
SHOW_C = {HOME, BLOG, FEED, C, RUNNING, ANN, KNEE}
# Articles whose previous or next one is c.
BESIDE_C = {B, D}


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


WITH_COUNT_OF_C = {C, BLOG, RUNNING, ANN, COMMENTS}
WITH_MENU = PAGES - {FEED, COMMENTS}

# What happens, and what everybody must see anew after it. An address that is gone is
# not in the cache either.
CHANGES = {
    "publish": (lambda s: edit(s.c, introduction="New."), SHOW_C | BESIDE_C),
    "new article": (publish_new, {HOME, BLOG, FEED, RESTING, D, COMMENTS}),
    "scheduled publication": (publish_on_schedule, SHOW_C | BESIDE_C | {COMMENTS}),
    "scheduled end": (expire_on_schedule, SHOW_C | BESIDE_C | {COMMENTS}),
    "unpublish": (lambda s: s.c.unpublish(), SHOW_C | BESIDE_C | {COMMENTS}),
    "delete": (lambda s: s.c.delete(), SHOW_C | BESIDE_C),
    "rename": (lambda s: edit(s.c, slug="renamed"), SHOW_C | BESIDE_C),
    "other category": (
        lambda s: edit(s.c, categories=[s.resting]),
        SHOW_C | BESIDE_C | {RESTING},
    ),
    "restrict": (lambda s: restrict(s.c), SHOW_C | BESIDE_C),
    "restrict a section": (lambda s: restrict(s.blog), PAGES),
    "draft": (lambda s: s.c.save_revision(), set()),
    "title in the menu": (lambda s: edit(s.about, title="We"), WITH_MENU),
    "page in the menu": (lambda s: edit(s.about, introduction="x"), {ABOUT}),
    "order in the menu": (lambda s: s.about.move(s.home, "first-child"), WITH_MENU),
    "home": (lambda s: edit(s.home, introduction="x"), {HOME}),
    "index": (
        lambda s: edit(s.blog, introduction="x"),
        {BLOG, FEED, RUNNING, RESTING, ANN},
    ),
    "rename index": (lambda s: edit(s.blog, slug="news"), PAGES),
    "service": (lambda s: edit(s.service, short="x"), {HOME, SERVICES, KNEE, C}),
    "unpublish service": (
        lambda s: s.service.unpublish(),
        {HOME, SERVICES, KNEE, C},
    ),
    "new service": (
        lambda s: ServicePageFactory(parent=s.service.get_parent()),
        {HOME, SERVICES},
    ),
    "settings": (lambda s: ClinicSettings.load().save(), PAGES - {FEED}),
    "comment settings": (lambda s: CommentSettings.load().save(), ARTICLES),
    "person": (lambda s: change(s.ann, name="Anna"), {HOME, FEED, C, ANN}),
    "new person": (lambda s: PersonFactory(is_therapist=True), {HOME}),
    "category": (
        lambda s: change(s.running, name="Run"),
        {BLOG, FEED, C, RUNNING, RESTING, ANN},
    ),
    "new category": (lambda s: CategoryFactory(), {BLOG, RUNNING, RESTING, ANN}),
    "picture": (lambda s: change(s.c.cover, focal_point_x=5), SHOW_C),
    "deleted picture": (lambda s: CustomImage.objects.get().delete(), SHOW_C),
    "redirect": (
        lambda s: Redirect.objects.create(old_path="/old", redirect_link="/"),
        set(),
    ),
    "site": (lambda s: Site.objects.get().save(), PAGES),
    "approve": (lambda s: set_status(s, "approved"), WITH_COUNT_OF_C),
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


def fill(reader):
    """Ask for all pages, so that all are kept, and return those that are."""
    for address in PAGES:
        reader.get(address)
    return {address for address in PAGES if reader.how(address) == "hit"}


@pytest.mark.parametrize("name", CHANGES)
def test_change_is_seen_and_purges_nothing_else(reader, site, commit, name):
    CommentFactory(page=site.c, email="reader@example.org", status="pending")
    happen, changed = CHANGES[name]
    assert fill(reader) == PAGES
    with commit():
        happen(site)
    assert {address for address in PAGES if reader.how(address) != "hit"} == changed


@pytest.mark.parametrize("name", SHOWN_COMMENT)
def test_visible_comment_changes(reader, site, commit, name):
    CommentFactory(page=site.c, email="reader@example.org", text="Old words.")
    fill(reader)
    assert "Old words." in reader.text(C)
    with commit():
        SHOWN_COMMENT[name](site)
    changed = {address for address in PAGES if reader.how(address) != "hit"}
    assert changed == WITH_COUNT_OF_C
    assert ("Old words." in reader.text(C)) == (name == "erase")


def test_former_staff_loses_the_badge(reader, site, commit):
    user = UserFactory()
    CommentFactory(page=site.c, user=user)
    assert "Clinic team" in reader.text(C)
    with commit():
        user.delete()
    assert "Clinic team" not in reader.text(C)


def test_purge_waits_for_the_commit(reader, site, commit):
    reader.get(C)
    with commit():
        purge([f"page-{site.c.pk}"])
        assert reader.how(C) == "hit"
    assert reader.how(C) == "miss"


@pytest.mark.parametrize("name", CHANGES)
def test_lists_for_programs_are_as_if_made_anew(reader, site, commit, name):
    for address in LISTS:
        reader.get(address)
    CommentFactory(page=site.c, email="reader@example.org", status="pending")
    with commit():
        CHANGES[name][0](site)
    found = {address: reader.text(address) for address in LISTS}
    get_cache().purge([ALL])
    assert found == {address: reader.text(address) for address in LISTS}


@pytest.mark.parametrize("name", ["draft", "approve", "redirect"])
def test_lists_for_programs_are_kept(reader, site, commit, name):
    CommentFactory(page=site.c, status="pending")
    for address in LISTS:
        reader.get(address)
    with commit():
        CHANGES[name][0](site)
    assert [reader.how(address) for address in LISTS] == ["hit", "hit"]


def test_what_is_rolled_back_purges_nothing(reader, site, commit):
    reader.get(C)
    with commit(), pytest.raises(ZeroDivisionError), transaction.atomic():
        edit(site.c, introduction="New.")
        raise ZeroDivisionError
    assert reader.how(C) == "hit"


def test_page_that_changes_while_it_is_made_is_not_kept(reader, site, monkeypatch):
    def change_meanwhile(page, *args):
        get_cache().purge([f"page-{page.pk}"])
        return Page.serve(page, *args)

    monkeypatch.setattr(type(site.c), "serve", change_meanwhile)
    assert reader.how(C) == "stale"
    monkeypatch.undo()
    assert reader.how(C) == "miss"


def test_special_day_appears_on_its_day(reader, site, commit):
    clinic = ClinicSettings.load()
    date = timezone.localdate() + datetime.timedelta(days=40)
    value = {"date": date, "opens": None, "closes": None, "reason": "Holiday"}
    clinic.special_days = [("day", value)]
    with commit():
        clinic.save()
    assert "Holiday" not in reader.text(ABOUT)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=11)):
        assert "Holiday" in reader.text(ABOUT)


# What happens to articles, and how many are in the category then.
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
def test_list_has_as_many_pages_as_it_needs(reader, site, commit, monkeypatch, name):
    monkeypatch.setattr(index, "ARTICLES_PER_PAGE", 1)
    happen, count = LISTED[name]
    last = "/blog/category/resting/?page={}"
    assert reader.get(last.format(3)).status_code == 200
    with commit():
        happen(site)
    found = [reader.get(last.format(page)).status_code for page in (count, count + 1)]
    assert found == [200, 404]


def test_articles_are_counted_only_when_one_comes_or_goes(reader, site, commit):
    reader.get(RUNNING)
    with commit():
        change(site.c, title="Other words")
    with CaptureQueriesContext(connection) as queries:
        assert "Other words" in reader.text(RUNNING)
    articles = [q["sql"] for q in queries if 'FROM "blog_blogpage"' in q["sql"]]
    assert articles
    assert not any("COUNT(" in sql for sql in articles)
