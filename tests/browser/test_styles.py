"""A page holds only the styles of what it shows, but all of those."""

import json

import pytest

from .pages import ARTICLE, PAGES, PHONE, open_details

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MISSING = """(styles) => {
    // Without what depends on the moment, like :hover, and on what is no element.
    const bare = (selector) =>
        selector.replace(/::?[\\w-]+(\\([^()]*\\))?/g, "") || "*";
    const finds = (selector) => {
        try { return document.querySelector(bare(selector)); } catch { return null; }
    };
    const collect = (rules, found = []) => {
        for (const rule of rules) {
            if (rule.selectorText) {
                found.push(rule.selectorText);
            } else if (rule.cssRules) {
                collect(rule.cssRules, found);
            }
        }
        return found;
    };
    const all = new CSSStyleSheet();
    all.replaceSync(styles);
    const here = new Set([...document.styleSheets].flatMap((s) => collect(s.cssRules)));
    const wanted = collect(all.cssRules);
    return {
        missing: wanted.filter((selector) => !here.has(selector) && finds(selector)),
        left: wanted.filter((selector) => !here.has(selector)).length,
        wanted: wanted.length,
    };
}"""


@pytest.fixture
def all_styles(site, settings):
    """The collected stylesheet, as the site that was started made it."""
    manifest = json.loads((settings.STATIC_ROOT / "staticfiles.json").read_text())
    return (settings.STATIC_ROOT / manifest["paths"]["css/site.css"]).read_text()


@pytest.mark.parametrize("path", PAGES)
def test_page_has_the_styles_of_all_it_shows(visit, all_styles, path):
    page = visit(path, **PHONE)
    open_details(page)
    page.wait_for_timeout(300)  # for what scripts add
    found = page.evaluate(MISSING, all_styles)
    assert found["missing"] == []
    assert found["left"] > found["wanted"] / 4


def test_refused_comment_has_the_styles_of_its_errors(visit, all_styles):
    page = visit(ARTICLE, scripts=True, **PHONE)
    page.locator("#comment-form").evaluate("(form) => { form.noValidate = true; }")
    page.click("#comment-form [type=submit]")
    page.wait_for_selector(".error-summary")
    assert page.evaluate(MISSING, all_styles)["missing"] == []
