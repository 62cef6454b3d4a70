"""axe finds no violation on any page, on a phone and a desktop, light and dark."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe

from .pages import ARTICLE, DESKTOP, PAGES, PHONE, open_details

pytestmark = pytest.mark.browser

# All text has a contrast of 7:1, not only 4.5:1.
CONTRAST = "color-contrast-enhanced"
RULES = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ],
    "rules": {CONTRAST: {"enabled": True}},
    "resultTypes": ["violations"],
}
COLORS_ONLY = RULES | {"runOnly": {"type": "rule", "values": [CONTRAST]}, "rules": {}}
FORMS = {
    ARTICLE: "#comment-form",
    "/contact/": "main form",
    "/comments/own/": "main form",
}


def look(page):
    """Return the violations on a page, light and dark, on a phone and a desktop."""
    open_details(page)
    for device, scheme in itertools.product([PHONE, DESKTOP], ["light", "dark"]):
        page.set_viewport_size(device["viewport"])
        page.emulate_media(color_scheme=scheme)
        # Only the colors differ in the dark scheme.
        results = Axe().run(page, options=RULES if scheme == "light" else COLORS_ONLY)
        if results.violations_count:
            yield f"{device['viewport']} {scheme}: {results.generate_report()}"


# The second page has links close to the booking bar of phones.
@pytest.mark.parametrize("path", [*PAGES, "/blog/first-sports-massage/"])
def test_page_has_no_violation(visit, path):
    page = visit(path, reduced_motion="reduce", bypass_csp=True)
    assert list(look(page)) == []


@pytest.mark.parametrize(("path", "form"), FORMS.items())
def test_page_with_errors_has_no_violation(visit, path, form):
    page = visit(path, reduced_motion="reduce", bypass_csp=True)
    page.locator(f"{form} button").first.click()
    page.wait_for_selector("[aria-invalid=true]")
    assert list(look(page)) == []
