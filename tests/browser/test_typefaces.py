"""Text is painted at once; fonts and optional scripts load right after it."""

import pytest

from .pages import PHONE, first_paint

pytestmark = pytest.mark.browser

ARTICLE = "/blog/runners-knee/"
LOADED = """[...document.fonts].filter(
    face => face.status === "loaded" && face.family.includes("Variable")
).length"""
REQUESTED = """name => performance.getEntriesByType("resource")
    .filter(entry => entry.name.includes(name))[0].startTime"""
MOVED = """() => new Promise(resolve => new PerformanceObserver(list => resolve(
    list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
)).observe({type: "layout-shift", buffered: true}) || setTimeout(resolve, 500, 0))"""


def loaded_fonts(page):
    page.wait_for_load_state("networkidle")
    return page.evaluate(LOADED)


@pytest.mark.parametrize("name", ["source-sans", "bricolage", "js/article"])
def test_optional_files_load_after_the_first_paint(visit, name):
    page = visit(ARTICLE, **PHONE)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(REQUESTED, name) > first_paint(page)


@pytest.mark.parametrize("path", ["/", ARTICLE, "/blog/", "/services/knee-pain/"])
def test_fonts_load_without_a_layout_shift(visit, path):
    page = visit(path, **PHONE)
    assert loaded_fonts(page) >= 2
    assert page.evaluate(MOVED) < 0.01


def test_fonts_load_without_scripts_and_on_error_pages(visit):
    for page in (visit(ARTICLE, scripts=False), visit("/nowhere/")):
        with page.expect_response(lambda response: "source-sans" in response.url):
            page.reload()


def test_second_page_uses_the_fonts_at_once(visit):
    page = visit("about:blank")
    # So that no paint event is reported.
    page.add_init_script("PerformanceObserver.prototype.observe = () => {}")
    page.goto(ARTICLE)
    assert loaded_fonts(page) == 0
    page.locator(".breadcrumbs a").last.click()
    page.wait_for_url("**/blog/")
    assert loaded_fonts(page) >= 2
