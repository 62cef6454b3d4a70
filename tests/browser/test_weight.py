"""What a page costs its reader, and whom it tells about them."""

from urllib.parse import urlsplit

import pytest

from .pages import PAGES, PHONE, load_pictures

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

KIB = 1024
FIRST_REQUESTS, FIRST_LOAD, AFTER_SCROLLING = 8, 120 * KIB, 250 * KIB
# Small drawings that are all in view, and a list so short that all its pictures are.
MORE = {"/services/": (11, FIRST_LOAD), "/blog/tag/running/": (9, 140 * KIB)}
MOST = {"document": 18 * KIB, "script": 5 * KIB, "font": 72 * KIB}
# Asked for after the page is there, and once only.
LATER = "favicon"


class Load:
    """A first visit to a page: what was asked for, and what the browser said."""

    def __init__(self, page, path):
        self.page, self.requests, self.messages = page, [], []
        page.on("requestfinished", lambda request: self.requests.append(request))
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.status = page.goto(path, wait_until="networkidle").status

    def weigh(self, kind=None):
        """Return the bytes on the wire, of one kind or all."""
        return sum(
            request.sizes()["responseBodySize"]
            for request in self.requests
            if kind in (None, request.resource_type)
        )


@pytest.mark.parametrize("path", [*PAGES, "/blog/runners-knee/"])
def test_page_is_light(visit, path):
    load = Load(visit("about:blank", **PHONE), path)
    now = [r for r in load.requests if LATER not in r.url]
    most_requests, most_bytes = MORE.get(path, (FIRST_REQUESTS, FIRST_LOAD))
    assert len(now) <= most_requests
    assert load.weigh() <= most_bytes
    for kind, most in MOST.items():
        assert load.weigh(kind) <= most, kind
    load_pictures(load.page)
    load.page.wait_for_load_state("networkidle")
    assert load.weigh() <= AFTER_SCROLLING


@pytest.mark.parametrize(
    ("path", "first", "later"),
    [
        ("/blog/", ".card__picture img", "knee-anatomy"),
        ("/services/knee-pain/", ".figure img", "step-down"),
    ],
)
def test_pictures_further_down_come_after_the_first(visit, path, first, later):
    load = Load(visit("about:blank", **PHONE), path)
    pictures = [r for r in load.requests if r.resource_type == "image"]
    earliest, *others = sorted(
        (r for r in pictures if LATER not in r.url), key=lambda r: r.timing["startTime"]
    )
    in_view = load.page.locator(first).first
    assert earliest.url == in_view.evaluate("img => img.currentSrc")
    assert any(later in r.url for r in others)
    done = earliest.timing["startTime"] + earliest.timing["responseEnd"]
    assert [r.url for r in others if r.timing["startTime"] < done] == []


@pytest.mark.parametrize("path", PAGES)
def test_page_tells_nobody_keeps_nothing_and_is_silent(visit, site, path):
    load = Load(visit("about:blank"), path)
    assert {urlsplit(r.url).netloc for r in load.requests} == {
        urlsplit(site.url).netloc
    }
    assert load.page.context.cookies() == []
    assert load.page.evaluate("localStorage.length + sessionStorage.length") == 0
    # The browser itself reports a page that is not there.
    assert len(load.messages) == (load.status == 404), load.messages
