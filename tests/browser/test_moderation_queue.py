"""Moderators can use the queue by keyboard and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from .test_story import log_in

pytestmark = pytest.mark.browser

QUEUE = "/admin/comments/"


def count(page, tab):
    """Return the number in the label of `tab`."""
    return int(re.search(rf"{tab} (\d+)", page.locator(".queue__tabs").inner_text())[1])


def expect_counts(page, **numbers):
    """Wait until the labels of these tabs have these numbers."""
    for tab, number in numbers.items():
        label = re.compile(rf"{tab} {number}\b", re.IGNORECASE)
        expect(page.locator(".queue__tabs")).to_have_text(label)


def test_queue_can_be_emptied_by_keyboard(visit, site):
    page = visit("/admin/")
    log_in(page, site, "moderator")
    page.goto(QUEUE)
    waiting, approved = count(page, "Pending"), count(page, "Approved")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect_counts(page, pending=waiting - 1, approved=approved + 1)
    menu = page.locator("#wagtail-sidebar button", has_text="Comments").first
    expect(menu).to_contain_text(f"({waiting - 1})")
    page.keyboard.press("u")
    expect_counts(page, pending=waiting, approved=approved)


def test_shortcuts_are_off_while_typing(visit, site):
    page = visit("/admin/")
    log_in(page, site, "moderator")
    page.goto(QUEUE)
    waiting = count(page, "Pending")
    page.keyboard.press("/")
    page.keyboard.type("jas")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=jas**")
    expect_counts(page, pending=waiting)


def test_filtered_comments_become_spam_and_are_restored_by_keyboard(visit, site):
    page = visit("/admin/")
    log_in(page, site, "moderator")
    page.goto(QUEUE)
    waiting, spam = count(page, "Pending"), count(page, "Spam")
    page.keyboard.press("Shift+X")
    page.keyboard.press("Shift+S")
    expect(page.get_by_role("button", name=f"Mark {waiting} comment")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Undo").wait_for()
    expect_counts(page, pending=0, spam=spam + waiting)
    page.keyboard.press("u")
    page.get_by_text("restored.").wait_for()
    expect_counts(page, pending=waiting, spam=spam)


def test_queue_works_without_scripts(visit, site):
    page = visit("/admin/", scripts=False)
    log_in(page, site, "moderator")
    page.goto(QUEUE)
    waiting = count(page, "Pending")
    page.get_by_role("button", name="Trash", exact=True).nth(1).click()
    expect_counts(page, pending=waiting - 1)
    page.get_by_role("button", name="Undo").click()
    expect_counts(page, pending=waiting)
    page.get_by_label(f"All {waiting}").check()
    page.get_by_role("button", name="Approve", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text(f"Approve {waiting} comment")
