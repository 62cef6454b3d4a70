"""How one page becomes the next."""

import pytest

from .pages import first_paint

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

REMEMBER = """window.moved = new Promise((resolve) => {
    const parts = () => document.getAnimations().map((one) => one.effect.pseudoElement);
    addEventListener("pagereveal", ({ viewTransition }) => {
        resolve(viewTransition ? viewTransition.ready.then(parts, () => []) : []);
    });
});"""

# Chromium drops a transition that it has no time for, as on a busy machine.
ATTEMPTS = 8


@pytest.fixture
def moved_parts(visit):
    """Go from the list to an article; return the title's name, and all that moved."""

    def go(motion):
        page = visit("about:blank", reduced_motion=motion)
        page.add_init_script(REMEMBER)
        page.goto("/blog/")
        # Nothing moves from a page that was never seen.
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


def test_nothing_moves_for_one_who_minds(moved_parts):
    _, moved = moved_parts("reduce")
    assert moved == []
