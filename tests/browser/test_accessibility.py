"""axe finds nothing on any page, in any of the looks it can have."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe

from .pages import ARTICLE, DESKTOP, PAGES, PHONE, open_details

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

# All text is 7:1, not only 4.5:1.
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
    """Return what is wrong on a page, by day and night, on a phone and a desktop."""
    open_details(page)
    for device, scheme in itertools.product([PHONE, DESKTOP], ["light", "dark"]):
        page.set_viewport_size(device["viewport"])
        page.emulate_media(color_scheme=scheme)
        # Only the colors differ by night.
        results = Axe().run(page, options=RULES if scheme == "light" else COLORS_ONLY)
        if results.violations_count:
            yield f"{device['viewport']} {scheme}: {results.generate_report()}"


# The second has links where the booking bar of phones begins.
@pytest.mark.parametrize("path", [*PAGES, "/blog/first-sports-massage/"])
def test_page_has_no_violation(visit, path):
    page = visit(path, reduced_motion="reduce", bypass_csp=True)
    assert list(look(page)) == []


@pytest.mark.parametrize(("path", "form"), FORMS.items())
def test_page_with_errors_has_no_violation(visit, path, form):
    page = visit(path, reduced_motion="reduce", bypass_csp=True)
    page.locator(f"{form} button").click()
    page.wait_for_selector("[aria-invalid=true]")
    assert list(look(page)) == []
