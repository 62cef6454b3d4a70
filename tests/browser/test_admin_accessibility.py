"""axe finds no violation on our screens of the admin, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .pages import DESKTOP, PHONE, open_details
from .test_story import log_in

pytestmark = pytest.mark.browser

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
COLORS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
LOOKS = [("light", DESKTOP, RULES), ("dark", DESKTOP, COLORS), ("light", PHONE, RULES)]
# The editor of rich text has no label, which is Wagtail's to change.
ALL = {"exclude": [[".Draftail-Editor"]]}
QUEUE = "/admin/comments/"
SCREENS = [
    "/admin/",
    QUEUE,
    f"{QUEUE}?status=spam",
    f"{QUEUE}?status=trash",
    f"{QUEUE}?status=all",
    f"{QUEUE}?sender=nobody",
    f"{QUEUE}reply/ID/",
    f"{QUEUE}edit/ID/",
    f"{QUEUE}block/ID/",
    f"{QUEUE}history/ID/",
    f"{QUEUE}blocks/",
    f"{QUEUE}blocks/new/",
    "/admin/settings/comments/commentsettings/",
    "/admin/settings/core/clinicsettings/",
    "/admin/messages/",
    "/admin/reader-data/?email=ben.h@example.com",
]


@pytest.fixture
def admin(visit, site):
    """The admin, with somebody logged in who may see everything."""
    page = visit("/admin/login/", reduced_motion="reduce", bypass_csp=True)
    log_in(page, site, "admin")
    return page


def violations(page):
    """Return the violations of the page, light and dark."""
    open_details(page)
    # Colors that are still changing have a lower contrast.
    page.add_style_tag(content="* { transition: none !important; }")
    found = []
    # Only the colors differ in the dark scheme.
    for scheme, device, rules in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(device["viewport"])
        results = Axe().run(page, ALL, options=rules)
        if results.violations_count:
            found.append(f"{scheme}: {results.generate_report()}")
    return found


@pytest.mark.parametrize("path", SCREENS)
def test_admin_screen_has_no_violation(admin, path):
    if "ID" in path:
        admin.goto(f"{QUEUE}?status=all")
        first = admin.locator("[data-row]").last.get_attribute("id")
        path = path.replace("ID", first.removeprefix("comment-"))
    assert admin.goto(path).ok
    assert violations(admin) == []


def test_login_has_no_violation(visit):
    page = visit("/admin/login/", reduced_motion="reduce", bypass_csp=True)
    assert violations(page) == []


def test_confirmation_and_unblocking_have_no_violation(admin):
    admin.goto(QUEUE)
    admin.locator("[data-select-all]").check()
    admin.locator("#bulk [value=trash]").click()
    admin.get_by_role("heading", name="to trash").wait_for()
    assert violations(admin) == []
    admin.goto(f"{QUEUE}blocks/new/")
    admin.fill("[name=value]", "203.0.113.0/24")
    admin.press("[name=value]", "Enter")
    admin.get_by_text("203.0.113.0/24 is blocked.").wait_for()
    assert violations(admin) == []
    admin.get_by_role("button", name="More options").first.click()
    admin.get_by_role("link", name="Unblock").click()
    admin.get_by_text("Stop marking new comments").wait_for()
    assert violations(admin) == []
    admin.get_by_role("button", name="Unblock").click()


def test_lines_of_lists_in_the_page_editor_have_labels(admin):
    admin.goto("/admin/pages/")
    admin.goto("/blog/runners-knee/")
    page_id = admin.locator("#comment-form").get_attribute("action").split("/")[2]
    admin.goto(f"/admin/pages/{page_id}/edit/")
    lines = admin.locator("input[name*='-items-'][type=text]")
    lines.first.wait_for(state="attached")
    labels = {line.get_attribute("aria-label") for line in lines.all()}
    assert labels == {"Sign"}
