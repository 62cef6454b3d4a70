"""A visitor reads, follows links and comments; a moderator approves."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ARTICLE = "/blog/runners-knee/"
PENDING = "/admin/comments/"


def count_shown(page):
    """Return the number in the heading of the comments."""
    heading = page.locator("#comments h2").first.inner_text()
    return int(re.match(r"\d+", heading)[0])


def log_in(page, site, name):
    """Log in to the admin, with the form only the first time, as it takes seconds."""
    if name in site.cookies:
        page.context.add_cookies(site.cookies[name])
        return
    page.goto("/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", site.password)
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")
    site.cookies[name] = page.context.cookies()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_comment_appears_after_a_moderator_approves_it(visit, site, scripts):
    name = f"Robin {'with' if scripts else 'without'} scripts"
    visitor = visit(ARTICLE, scripts=scripts)
    before = count_shown(visitor)

    visitor.locator("article .prose a[href='/services/knee-pain/']").last.click()
    visitor.wait_for_url("**/services/knee-pain/")
    assert visitor.locator("h1").inner_text() == "Knee Pain"
    visitor.locator(f"main a[href='{ARTICLE}']").last.click()
    visitor.wait_for_url(f"**{ARTICLE}")

    visitor.fill("#comment-form [name=text]", f"Thank you, said {name}.")
    visitor.fill("#comment-form [name=name]", name)
    visitor.fill("#comment-form [name=email]", f"robin-{scripts}@example.org")
    visitor.click("#comment-form [type=submit]")
    visitor.wait_for_url("**comment=**")
    assert "awaiting moderation" in visitor.locator("main").inner_text()
    assert "awaiting moderation" in visitor.locator(":focus").inner_text()

    stranger = visit(ARTICLE, scripts=scripts)
    assert name not in stranger.content()
    assert count_shown(stranger) == before

    moderator = visit("/admin/", scripts=scripts)
    log_in(moderator, site, "moderator")
    moderator.goto(PENDING)
    row = moderator.locator("tr", has_text=name)
    row.get_by_role("button", name=re.compile("^Approve$")).click()
    row.wait_for(state="detached")

    stranger.reload()
    assert f"Thank you, said {name}." in stranger.locator("#comments").inner_text()
    assert count_shown(stranger) == before + 1


def test_menu_shows_the_number_of_pending_comments(visit, site):
    moderator = visit("/admin/")
    log_in(moderator, site, "moderator")
    moderator.goto("/admin/")
    waiting = moderator.locator("nav button", has_text=re.compile(r"Comments \(\d+\)"))
    expect(waiting).to_have_count(1)
