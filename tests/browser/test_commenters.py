"""What readers do with comments, without scripts: preview, edit, delete and report."""

import re

import pytest
from playwright.sync_api import expect

from .pages import ARTICLE
from .test_story import log_in

pytestmark = pytest.mark.browser


def write(page, text):
    """Fill in the comment form."""
    page.fill("#comment-form [name=text]", text)
    page.fill("#comment-form [name=name]", "Robin")
    page.fill("#comment-form [name=email]", "robin@example.org")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_reader_previews_posts_edits_and_deletes_a_comment(visit, scripts):
    page = visit(ARTICLE, scripts=scripts)
    write(page, f"My calf is better. Scripts: {scripts}.")
    page.check("#comment-form [name=notify]")
    page.get_by_role("button", name="Preview").click()
    preview = page.locator("#preview")
    assert "My calf is better." in preview.inner_text()
    expect(preview).to_be_focused()
    assert page.locator("#comment-form [name=notify]").is_checked()

    page.get_by_role("button", name="Post comment").click()
    page.wait_for_url("**comment=**")
    page.get_by_role("link", name="Check its status later").click()
    page.get_by_role("link", name="Edit", exact=True).click()
    page.fill("[name=text]", "My calf is much better.")
    page.get_by_role("button", name="Save changes").click()
    page.wait_for_url("**done=edited**")
    assert "My calf is much better." in page.locator("main").inner_text()
    page.get_by_role("button", name="Delete for good").click()
    page.wait_for_url("**done=deleted**")
    assert "has been deleted" in page.locator("main").inner_text()


def test_reader_reports_a_comment_and_a_moderator_dismisses_it(visit, site):
    page = visit(ARTICLE, scripts=False)
    comment = page.locator("article.comment").first
    name = comment.locator("bdi").first.inner_text()
    comment.get_by_role("link", name=f"Report the comment by {name}").first.click()
    page.get_by_role("button", name="Send report").click()
    assert "Choose what is wrong." in page.locator("#error-summary").inner_text()
    page.get_by_label("Spam or advertising").check()
    page.get_by_role("button", name="Send report").click()
    page.wait_for_url("**sent=1")
    assert "Thank you." in page.locator("main").inner_text()

    moderator = visit("/admin/", scripts=False)
    log_in(moderator, site, "moderator")
    moderator.goto("/admin/")
    moderator.get_by_role("link", name="1 reported comment").click()
    row = moderator.locator("tr", has_text="Reported: Spam or advertising")
    assert name in row.inner_text()
    row.get_by_role("button", name="Dismiss report").click()
    moderator.wait_for_url(re.compile("status=reported"))
    assert "cleared of reports" in moderator.content()
    page.goto(ARTICLE)
    assert name in page.locator("#comments").inner_text()


def test_reader_reads_the_newest_comments_first(visit):
    page = visit("/blog/runners-knee/", scripts=False)
    tops = "#comments > article.comment"
    oldest = page.locator(tops).first.get_attribute("id")
    page.get_by_role("link", name=re.compile(r"\d+ Comments")).first.click()
    page.get_by_role("link", name="Newest first").click()
    page.wait_for_url("**order=newest**")
    assert page.locator(tops).last.get_attribute("id") == oldest
    page.locator(f"#{oldest} time").first.click()
    page.wait_for_url(f"**/blog/runners-knee/#{oldest}")
