"""Moderators can use the queue by keyboard and without scripts."""

import re

import pytest

from .test_story import log_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

QUEUE = "/admin/comments/"


def count(page, tab):
    """Return the number in the label of `tab`."""
    return int(re.search(rf"{tab} (\d+)", page.locator(".queue__tabs").inner_text())[1])


def press(page, key):
    """Press `key` and wait until the queue is updated."""
    with page.expect_response(lambda response: response.url.endswith(QUEUE)):
        page.keyboard.press(key)
    page.locator("tr[inert]").wait_for(state="detached")


def test_queue_can_be_emptied_by_keyboard(visit, site):
    page = visit("/admin/")
    log_in(page, site, "moderator")
    page.goto(QUEUE)
    waiting, approved = count(page, "Pending"), count(page, "Approved")
    page.keyboard.press("j")
    press(page, "a")
    assert (count(page, "Pending"), count(page, "Approved")) == (
        waiting - 1,
        approved + 1,
    )
    menu = page.locator("#wagtail-sidebar button", has_text="Comments").first
    assert f"({waiting - 1})" in menu.text_content()
    press(page, "u")
    assert (count(page, "Pending"), count(page, "Approved")) == (waiting, approved)


def test_shortcuts_are_off_while_typing(visit, site):
    page = visit("/admin/")
    log_in(page, site, "moderator")
    page.goto(QUEUE)
    waiting = count(page, "Pending")
    page.keyboard.press("/")
    page.keyboard.type("jas")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=jas**")
    assert count(page, "Pending") == waiting


def test_filtered_comments_become_spam_and_are_restored_by_keyboard(visit, site):
    page = visit("/admin/")
    log_in(page, site, "moderator")
    page.goto(QUEUE)
    waiting, spam = count(page, "Pending"), count(page, "Spam")
    page.keyboard.press("Shift+X")
    page.keyboard.press("Shift+S")
    page.get_by_role("button", name=f"Mark {waiting} comment").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Undo").wait_for()
    assert (count(page, "Pending"), count(page, "Spam")) == (0, spam + waiting)
    page.keyboard.press("u")
    page.get_by_text("restored.").wait_for()
    assert (count(page, "Pending"), count(page, "Spam")) == (waiting, spam)


def test_queue_works_without_scripts(visit, site):
    page = visit("/admin/", scripts=False)
    log_in(page, site, "moderator")
    page.goto(QUEUE)
    waiting = count(page, "Pending")
    page.get_by_role("button", name="Trash", exact=True).nth(1).click()
    assert count(page, "Pending") == waiting - 1
    page.get_by_role("button", name="Undo").click()
    assert count(page, "Pending") == waiting
    page.get_by_label(f"All {waiting}").check()
    page.get_by_role("button", name="Approve", exact=True).first.click()
    assert f"Approve {waiting} comment" in page.locator("h1").inner_text()
