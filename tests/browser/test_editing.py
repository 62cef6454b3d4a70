"""Editors write an article in the page editor of the admin."""

import re

import pytest
from playwright.sync_api import expect

from .pages import ARTICLE, DESKTOP
from .test_story import log_in

pytestmark = pytest.mark.browser

# Autosave compares with the form as it was at the last of these events. There are two
# in a row, as Wagtail connects the controllers of the form twice.
WATCH = """
    let timer;
    addEventListener("w-unsaved:watch-edits", () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
            document.documentElement.dataset.watched = "";
        }, 1000);
    });
"""


@pytest.fixture
def editor(visit, site):
    """The admin's home page, opened by an editor."""
    page = visit("/admin/", **DESKTOP)
    page.add_init_script(WATCH)
    log_in(page, site, "editor")
    return page


@pytest.fixture
def new_article(editor):
    """The form for a new article, ready for entries."""
    editor.goto(ARTICLE)
    bar = editor.locator("wagtail-userbar")
    bar.get_by_role("button", name="quick actions").click()
    bar.get_by_role("menuitem", name="Show in Explorer").click()
    editor.get_by_role("link", name="Add child page").first.click()
    editor.locator("html[data-watched]").wait_for()
    return editor


def test_new_article_is_saved_automatically_before_it_has_an_author(new_article):
    page = new_article
    page.locator("#id_title").fill("Begun today")
    page.locator("#id_introduction").fill("Half a sent")
    expect(page).to_have_url(re.compile(r"/admin/pages/\d+/edit/"))
    expect(page.get_by_text("Saved", exact=True).first).to_be_visible()
    page.reload()
    expect(page.locator("#id_introduction")).to_have_value("Half a sent")


def test_checks_in_the_editor_find_a_heading_that_skips_a_level(new_article):
    page = new_article
    page.locator("#id_title").fill("Too deep")
    body = page.locator("[data-contentpath=body]")
    body.get_by_title("Insert a block").first.click()
    page.get_by_role("option", name="Heading").click()
    body.locator("[data-contentpath=text] input").fill("Deep")
    body.locator("[data-contentpath=level] select").select_option("h3")
    page.get_by_role("button", name="Toggle checks").click()
    checks = page.locator("[data-side-panel=checks]")
    expect(checks.get_by_text("Incorrect heading hierarchy")).to_be_visible()


def test_staff_open_the_form_of_the_page_that_they_see(editor):
    editor.goto(ARTICLE)
    bar = editor.locator("wagtail-userbar")
    bar.get_by_role("button", name="quick actions").click()
    bar.get_by_role("menuitem", name="Edit this page").click()
    expect(editor).to_have_url(re.compile(r"/admin/pages/\d+/edit/"))
    expect(editor.locator("#id_title")).to_have_value("Foam Rolling Basics")
