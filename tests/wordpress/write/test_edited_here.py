"""What editors decided here about imported pages stays when they are imported again."""

import pytest

from django.core.management import call_command
from django.utils import timezone

from wagtail.models import PageViewRestriction, Revision

from blog.models import BlogPage
from tests.factories import StandardPageFactory
from tests.wordpress.conftest import item, outcomes, run

FUTURE = {"wp__status": "future", "wp__post_date_gmt": "2050-01-01 00:00:00"}
LOCKED = {"wp__post_password": "secret"}

pytestmark = pytest.mark.usefixtures("blog_index")


def page():
    return BlogPage.objects.get()


def unpublish():
    page().unpublish()


def publish():
    page().get_latest_revision().publish()


def unschedule():
    revision = Revision.objects.get()
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])


def restrict():
    PageViewRestriction.objects.create(page=page(), restriction_type="login")


def change_password():
    restriction = PageViewRestriction.objects.get()
    restriction.password = "other"
    restriction.save()


def remove_password():
    PageViewRestriction.objects.get().delete()


def state():
    """Return what an editor can decide without editing the page."""
    restrictions = PageViewRestriction.objects.values_list(
        "restriction_type", "password"
    )
    scheduled = Revision.objects.filter(approved_go_live_at__isnull=False)
    return page().live, scheduled.exists(), list(restrictions)


@pytest.mark.parametrize(
    ("fields", "decide"),
    [
        ({}, unpublish),
        ({}, restrict),
        ({"wp__status": "draft"}, publish),
        (FUTURE, unschedule),
        (LOCKED, unpublish),
        (LOCKED, change_password),
        (LOCKED, remove_password),
    ],
)
def test_page_whose_visibility_was_changed_here_is_left_alone(write, fields, decide):
    run(write(item(1, **fields)))
    imported = state()
    decide()
    decided = state()
    assert decided != imported
    changed = write(item(1, "New lead.\n\nNew text.", **fields))
    job = run(changed)
    assert outcomes(job) == {"skipped": 1}
    assert state() == decided
    assert "edited here" in job.tally.notes[0]["text"]
    assert page().introduction != "New lead."
    assert outcomes(run(changed, overwrite_local=True)) == {"updated": 1}
    assert page().introduction == "New lead."


def test_page_that_was_overwritten_is_updated_again(write):
    run(write(item(1)))
    unpublish()
    run(write(item(1, "New lead.\n\nNew text.")), overwrite_local=True)
    assert page().live
    assert outcomes(run(write(item(1, "Newer.\n\nText.")))) == {"updated": 1}


@pytest.mark.parametrize("text", ["", "New lead.\n\nNew text."])
def test_page_that_went_live_on_schedule_is_updated(write, text):
    run(write(item(1, **FUTURE)))
    Revision.objects.update(approved_go_live_at=timezone.now())
    BlogPage.objects.update(go_live_at=timezone.now())
    revision = Revision.objects.get()
    revision.content["go_live_at"] = None
    revision.save()
    call_command("publish_scheduled")
    assert page().live
    assert outcomes(run(write(item(1, text)))) == {"updated": 1}


def test_protected_page_is_updated_with_its_new_password(write):
    run(write(item(1, **LOCKED)))
    run(write(item(1, wp__post_password="changed")))
    assert state() == (True, False, [("password", "changed")])


def test_page_that_was_moved_here_is_updated_in_its_new_place(write, home):
    standard = StandardPageFactory(parent=home, slug="old")
    imported = item(2, wp__post_type="page")
    run(write(imported))
    moved = home.get_children().get(slug="post-2")
    moved.move(standard, pos="last-child")
    changed = item(2, "New lead.\n\nNew text.", wp__post_type="page")
    assert outcomes(run(write(changed))) == {"updated": 1}
    moved.refresh_from_db()
    assert moved.url_path == f"{standard.url_path}post-2/"
