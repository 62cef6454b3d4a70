"""View transitions between pages."""

import pytest

from .pages import first_paint

pytestmark = pytest.mark.browser

RECORD = """window.moved = new Promise((resolve) => {
    const parts = () => document.getAnimations().map((one) => one.effect.pseudoElement);
    addEventListener("pagereveal", ({ viewTransition }) => {
        resolve(viewTransition ? viewTransition.ready.then(parts, () => []) : []);
    });
});"""

# Chromium skips a transition when it is busy.
ATTEMPTS = 20


@pytest.fixture
def moved_parts(visit):
    """Go from the list to an article; return the title's name and all moved parts."""

    def go(motion):
        page = visit("about:blank", reduced_motion=motion)
        page.add_init_script(RECORD)
        page.goto("/blog/")
        # A page that was never painted has no transition.
        first_paint(page)
        title = page.locator(".card--large [data-title]")
        name = title.get_attribute("data-title")
        title.locator("a").click()
        page.wait_for_selector(".article-head__title")
        return f"::view-transition-group({name})", page.evaluate("window.moved")

    return go


def test_title_moves_from_the_list_to_its_page(moved_parts):
    for _ in range(ATTEMPTS):
        title, moved = moved_parts("no-preference")
        if moved:
            break
    assert title in moved


def test_nothing_moves_with_reduced_motion(moved_parts):
    _, moved = moved_parts("reduce")
    assert moved == []
