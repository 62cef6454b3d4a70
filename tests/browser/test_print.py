"""Printed pages are readable."""

import pytest
from playwright.sync_api import expect

from .pages import ARTICLE

pytestmark = pytest.mark.browser

# Printers omit backgrounds, so text has to be dark.
PALE = """() => [...document.querySelectorAll("body *")]
    .filter((element) => element.checkVisibility() && element.clientHeight > 1)
    .filter((element) => [...element.childNodes].some((n) => n.data?.trim()))
    .filter((element) => {
        const canvas = new OffscreenCanvas(1, 1).getContext("2d");
        canvas.fillStyle = getComputedStyle(element).color;
        canvas.fillRect(0, 0, 1, 1);
        return Math.min(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)) > 100;
    })
    .map((element) => element.textContent.trim())"""


@pytest.mark.parametrize("path", [ARTICLE, "/services/knee-pain/"])
def test_printed_text_is_dark_on_paper(visit, path):
    page = visit(path, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate(PALE) == []


def test_exercise_can_be_printed_alone_without_scripts(visit):
    page = visit("/services/knee-pain/", scripts=False)
    page.get_by_role("link", name="Print only “Wall sit”").click()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Wall sit")).to_be_visible()
    expect(page.get_by_text("From http").last).to_be_visible()
    expect(page.get_by_role("heading", name="Slow step downs")).to_be_hidden()
    expect(page.locator("h1, .footer").first).to_be_hidden()
