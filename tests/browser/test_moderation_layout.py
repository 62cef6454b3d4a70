"""The queue shows enough rows at once, and phones have large targets."""

import pytest

from .pages import PHONE
from .test_moderation_queue import QUEUE
from .test_story import log_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LAPTOP = {"viewport": {"width": 1366, "height": 768}}
MAX_TOP = 250  # pixels
MIN_TARGET = 44
MIN_ROWS = 6
ROWS = (
    "[...document.querySelectorAll('[data-row]')].map((r) => r.getBoundingClientRect())"
)
TARGETS = """
    const links = ".queue a, .queue button, .queue summary, .queue select, .queue label";
    return [...document.querySelectorAll(`${links}, .queue input:not([type=checkbox])`)]
        .filter((target) => target.checkVisibility())
        .map((target) => [target.textContent.trim(), target.getBoundingClientRect()])
        .filter(([, box]) => box.height < 44 || box.width < 36);
"""


def open_queue(visit, site, path=QUEUE, **options):
    page = visit("/admin/", **options)
    log_in(page, site, "moderator")
    page.goto(path)
    return page


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_first_comment_is_near_the_top_of_a_phone(visit, site, scripts):
    page = open_queue(visit, site, scripts=scripts, **PHONE)
    assert page.locator("[data-row]").first.bounding_box()["y"] <= MAX_TOP


@pytest.mark.parametrize(
    "query", ["?status=pending", "?status=all&q=e", "?status=spam"]
)
def test_targets_are_large_enough_for_a_thumb(visit, site, query):
    page = open_queue(visit, site, QUEUE + query, **PHONE)
    assert page.evaluate(f"() => {{ {TARGETS} }}") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_laptop_shows_six_comments_at_once(visit, site):
    page = open_queue(visit, site, **LAPTOP)
    if page.locator("[data-row]").count() < MIN_ROWS:
        page.goto(f"{QUEUE}?status=all")
    boxes = page.evaluate(ROWS)
    assert sum(box["bottom"] <= 768 for box in boxes) >= MIN_ROWS
