"""No page scrolls sideways, at any width and text size."""

import pytest

from .pages import PAGES, PHONE

pytestmark = pytest.mark.browser

WIDTHS = [320, 390, 820, 1440, 1920]
# Success criterion 1.4.12 of the Web Content Accessibility Guidelines.
TEXT_SPACING = """* {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }"""
DOUBLE_TEXT = "html { font-size: 200%; }"


def measure_overflow(page):
    """Return the number of pixels by which the page is too wide."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


@pytest.mark.parametrize("path", PAGES)
def test_page_does_not_scroll_sideways(visit, path):
    page = visit(path, bypass_csp=True)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert measure_overflow(page) <= 0, width
    for style in [TEXT_SPACING, DOUBLE_TEXT]:
        element = page.add_style_tag(content=style)
        for width in [320, 1440]:
            page.set_viewport_size({"width": width, "height": 800})
            assert measure_overflow(page) <= 0, (width, style)
        element.evaluate("element => element.remove()")


def test_booking_bar_does_not_cover_the_end_of_a_page(visit):
    page = visit("/", bypass_csp=True, **PHONE)
    for width, style in [(390, "html {}"), (320, DOUBLE_TEXT)]:
        page.set_viewport_size({"width": width, "height": 844})
        page.add_style_tag(content=style)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        last = page.locator(".footer__end").bounding_box()
        bar = page.locator(".booking-bar").bounding_box()
        assert bar["y"] + bar["height"] == 844
        assert last["y"] + last["height"] <= bar["y"]


def test_booking_bar_of_a_low_window_is_below_the_text(visit):
    page = visit("/privacy/", viewport={"width": 320, "height": 256})
    assert page.locator(".booking-bar").bounding_box()["y"] > 256


def test_article_is_one_column_in_the_middle_of_a_wide_window(visit):
    page = visit("/blog/runners-knee/", viewport={"width": 1920, "height": 1000})
    title, text, comments = (
        page.locator(selector).first.bounding_box()
        for selector in ["h1", ".prose > p", ".comments"]
    )
    assert title["x"] == text["x"] == comments["x"]
    assert abs(text["x"] + text["width"] / 2 - 1920 / 2) < 32
    figure = page.locator(".figure--wide").first.bounding_box()
    header = page.locator(".header__bar").bounding_box()
    assert figure["x"] + figure["width"] == header["x"] + header["width"]


def test_reply_of_the_clinic_looks_different(visit):
    page = visit("/blog/runners-knee/")

    def background_of(comment):
        text = page.locator(f"{comment} > .comment__text").first
        return text.evaluate("element => getComputedStyle(element).backgroundColor")

    assert background_of(".comment--clinic") != background_of(".comment")
