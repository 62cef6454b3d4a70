"""The queue shows enough rows at once, and phones have large targets."""

import pytest

from .pages import PHONE
from .test_moderation_queue import QUEUE
from .test_story import log_in

pytestmark = pytest.mark.browser

LAPTOP = {"viewport": {"width": 1366, "height": 768}}
MAX_TOP = 250  # pixels
MIN_ROWS = 6
# In pixels. Short words make narrow links.
MIN_TARGET = {"width": 36, "height": 44}
TARGETS = ", ".join(
    f".queue {target}"
    for target in ["a", "button", "summary", "select", "input[type=date]", "td label"]
)


def open_queue(visit, site, path=QUEUE, **options):
    page = visit("/admin/", **options)
    log_in(page, site, "moderator")
    page.goto(path)
    return page


# Without scripts, Wagtail's own notice about them stands above.
def test_first_comment_is_near_the_top_of_a_phone(visit, site):
    page = open_queue(visit, site, **PHONE)
    assert page.locator("[data-row]").first.bounding_box()["y"] <= MAX_TOP


@pytest.mark.parametrize("query", ["status=pending", "status=all", "status=spam"])
def test_targets_are_large_enough_for_a_thumb(visit, site, query):
    page = open_queue(visit, site, f"{QUEUE}?{query}", **PHONE)
    small = [
        target.inner_text()
        for target in page.locator(TARGETS).filter(visible=True).all()
        if any(target.bounding_box()[side] < size for side, size in MIN_TARGET.items())
    ]
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_laptop_shows_six_comments_at_once(visit, site):
    page = open_queue(visit, site, f"{QUEUE}?status=all", **LAPTOP)
    last = page.locator("[data-row]").nth(MIN_ROWS - 1).bounding_box()
    assert last["y"] + last["height"] <= LAPTOP["viewport"]["height"]
