"""A site with something in every table that an export holds."""

import filecmp
import shutil
from contextlib import contextmanager
from datetime import timedelta

import pytest

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Comment as Note
from wagtail.models import Locale, PageViewRestriction, Site

from blog.comments.models import Block, Comment, CommentSettings, Report, Subscription
from boulder_therapeutics.core.models import ClinicSettings, ContactMessage
from boulder_therapeutics.transfer.contents import file_names
from boulder_therapeutics.transfer.export.write import export_site
from boulder_therapeutics.transfer.folder import MANIFEST
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    CategoryFactory,
    CommentFactory,
    ImageFactory,
    PersonFactory,
    StandardPageFactory,
    UserFactory,
)

FUTURE = timezone.now() + timedelta(days=30)


class RolledBack(Exception):
    """The end of a block whose changes are undone."""


@contextmanager
def rolled_back():
    """Undo what the block does, so that the site is as after the migrations."""
    try:
        with transaction.atomic():
            yield
            for _, name in file_names():
                default_storage.delete(name)
            raise RolledBack
    except RolledBack:
        pass


def differences(one, other):
    """Return the files of two exports that differ, clock fields excepted."""
    names = {p.relative_to(one) for p in one.rglob("*") if p.is_file()}
    names |= {p.relative_to(other) for p in other.rglob("*") if p.is_file()}
    _, different, missing = filecmp.cmpfiles(one, other, map(str, names), shallow=False)
    return {*different, *missing} - {MANIFEST}


def make_articles(blog_index, user):
    """Create an edited, a scheduled and a draft article; return the first."""
    image = ImageFactory(title="Knee", description="A knee", focal_point_x=10)
    picture = {"image": image.pk, "alt_text": "My knee", "decorative": False}
    article = BlogPageFactory(
        parent=blog_index,
        title="Knees & “hips”",
        slug="knees",
        owner=user,
        cover=image,
        body=[
            {"type": "paragraph", "value": "<p>Some words.</p>"},
            {"type": "figure", "value": {"image": picture, "caption": "Mine"}},
        ],
        authors=[PersonFactory(name="Ann", user=user), PersonFactory(name="Bob")],
        date=timezone.now(),
    )
    article.tags.add("running")
    article.categories = [CategoryFactory(parent=CategoryFactory(slug="above"))]
    article.save_revision(user=user).publish()
    article.title = "A draft of knees"
    article.save_revision(user=user)
    link = f'<p>See <a linktype="page" id="{article.pk}">knees</a>.</p>'
    later = BlogPageFactory(
        parent=blog_index, slug="later", live=False, body=[("paragraph", link)]
    )
    later.go_live_at = later.date = FUTURE
    later.save_revision().publish()
    BlogPageFactory(parent=blog_index, slug="draft", live=False).save_revision()
    Note.objects.create(page=article, user=user, text="Check this.")
    return article


def make_comments(article, user):
    """Create a thread with comments of all statuses."""
    first = CommentFactory(
        page=article,
        text="First & <b>best</b>\n\nEver.",
        ip="192.0.2.7",
        user_agent="Marker browser",
        hold_reasons=[{"rule": "blocked_sender", "why": "Blocked: “192.0.2.7”."}],
        needs_notification=True,
    )
    reply = CommentFactory(page=article, parent=first, user=user)
    for status in Comment.Status.values:
        CommentFactory(page=article, parent=reply, status=status)
    Subscription.objects.create(comment=first, confirmed=timezone.now())
    Report.objects.create(comment=first, reason="spam", network="marker-network")
    Block.objects.create(kind="ip", value="192.0.2.7")


def make_rest(home, article):
    """Create a translation, a page with a password, a document and other rows."""
    translated = home.copy_for_translation(Locale.objects.create(language_code="es"))
    translated.save_revision().publish()
    StandardPageFactory(parent=home, slug="unready", live=False).save_revision()
    secret = StandardPageFactory(parent=home, slug="secret")
    PageViewRestriction.objects.create(
        page=secret, restriction_type="password", password="word"
    )
    get_document_model().objects.create(
        title="Plan", file=ContentFile(b"Rest.", name="plan.txt")
    )
    ImageFactory(title="Tagged").tags.add(Tag.objects.get(name="running"))
    Redirect.add_redirect("/old/", article)
    ContactMessage.objects.create(
        name="Cy", reply_to="cy@example.org", text="Marker message"
    )
    ClinicSettings(name="Marker clinic").save()
    CommentSettings(max_links=9).save()


@contextmanager
def filled_site():
    """A filled site inside of the block, and the empty one after it."""
    with rolled_back():
        home = Site.objects.get().root_page.specific
        user = UserFactory(username="ann", last_name="Marker name")
        article = make_articles(BlogIndexPageFactory(parent=home), user)
        make_comments(article, user)
        make_rest(home, article)
        yield article


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """A media folder for each test."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def export(db, tmp_path):
    """A function that exports a filled site, and leaves the database empty."""

    def export_filled(name="export", **options):
        with filled_site():
            export_site(tmp_path / name, **options)
        return tmp_path / name

    return export_filled


@pytest.fixture(scope="module")
def exported(django_db_setup, django_db_blocker, tmp_path_factory):
    """The export of a filled site, for all tests of a module to copy."""
    parent = tmp_path_factory.mktemp("exported")
    media = override_settings(MEDIA_ROOT=parent / "media")
    with media, django_db_blocker.unblock(), filled_site():
        export_site(parent / "export")
    return parent / "export"


@pytest.fixture
def folder(exported, db, tmp_path):
    """An export that a test may change, and an empty database."""
    return shutil.copytree(exported, tmp_path / "export")
