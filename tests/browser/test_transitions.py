"""How one page becomes the next."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

REMEMBER = """addEventListener("pagereveal", ({ viewTransition }) => {
    window.moved = viewTransition
        ? viewTransition.ready.then(() => document.getAnimations().map(
            ({ effect }) => effect.pseudoElement))
        : [];
});"""


PAINTED = """() => new Promise((resolve) => {
    new PerformanceObserver((entries) => {
        if (entries.getEntriesByName("first-contentful-paint").length) resolve();
    }).observe({ type: "paint", buffered: true });
})"""


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_title_moves_from_the_list_to_its_page_unless_one_minds(visit, motion):
    page = visit("about:blank", reduced_motion=motion)
    page.add_init_script(REMEMBER)
    page.goto("/blog/")
    # Nothing moves from a page that was never seen.
    page.evaluate(PAINTED)
    title = page.locator(".card--large [data-title]")
    name = title.get_attribute("data-title")
    title.locator("a").click()
    page.wait_for_selector(".article-head__title")
    moved = page.evaluate("window.moved")
    assert (f"::view-transition-group({name})" in moved) == (motion == "no-preference")
    assert bool(moved) == (motion == "no-preference")
