"""The bytes and requests of a page, all of them to the site itself."""

from urllib.parse import urlsplit

import pytest

from .pages import PAGES, PHONE, first_paint, load_pictures

pytestmark = pytest.mark.browser

KIB = 1024
FIRST_REQUESTS, FIRST_LOAD, AFTER_SCROLLING = 8, 120 * KIB, 250 * KIB
# Pages with only small drawings, or whose images are all in view.
MORE = {"/services/": (11, FIRST_LOAD), "/blog/tag/running/": (9, 140 * KIB)}
MOST = {"document": 20 * KIB, "script": 5 * KIB, "font": 72 * KIB}
# Requested once, after the page has loaded.
LATER = "favicon"


# The requested images, and when.
PICTURES = """() => performance.getEntriesByType("resource")
    .filter((entry) => entry.initiatorType === "img")
    .map((entry) => [entry.name, entry.startTime])"""


class Load:
    """The requests and console messages of a first visit to a page."""

    def __init__(self, page, path):
        self.page, self.requests, self.messages = page, [], []
        page.on("requestfinished", lambda request: self.requests.append(request))
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.status = page.goto(path, wait_until="networkidle").status

    def weigh(self, kind=None):
        """Return the transferred bytes, of one kind of file or all."""
        return sum(
            request.sizes()["responseBodySize"]
            for request in self.requests
            if kind in (None, request.resource_type)
        )


@pytest.mark.parametrize("path", [*PAGES, "/blog/runners-knee/"])
def test_page_is_light_contacts_no_other_host_and_stores_nothing(visit, site, path):
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
    assert {urlsplit(r.url).netloc for r in load.requests} == {
        urlsplit(site.url).netloc
    }
    assert load.page.context.cookies() == []
    assert load.page.evaluate("localStorage.length + sessionStorage.length") == 0
    # The browser itself logs a 404.
    assert len(load.messages) == (load.status == 404), load.messages


def test_images_below_the_fold_load_after_the_first(visit):
    page = visit("about:blank", viewport={"width": 390, "height": 700}, is_mobile=True)
    page.goto("/blog/", wait_until="networkidle")
    painted, pictures = first_paint(page), page.evaluate(PICTURES)
    (earliest, _), *others = sorted(pictures, key=lambda picture: picture[1])
    assert earliest == page.locator(".card__picture img").first.evaluate(
        "img => img.currentSrc"
    )
    assert any("knee-anatomy" in url for url, _ in others), others
    assert [url for url, start in others if start < painted] == []
