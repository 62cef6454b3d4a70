"""Which rules of the stylesheet a page needs."""

import pytest

from boulder_therapeutics.operations.static_files.css_rules import parse, write

SHEET = (
    "@layer base,components;"
    '@font-face{font-family:F;src:url("f{}.woff2")}'
    "@layer base{p{margin:0}}"
    '@layer components{.card{top:0;& a::after{content:"}"}}'
    ".hero,.band:not(.card){left:0}@media print{.card .hero{top:1px}}}"
)


def test_nothing_is_lost_when_everything_is_needed():
    assert write(parse(SHEET), {"card", "hero", "band"}) == SHEET


@pytest.mark.parametrize(
    ("classes", "kept"),
    [
        (set(), []),
        ({"card"}, ["card"]),
        ({"hero"}, ["hero"]),
        ({"band"}, ["hero"]),
        ({"card", "hero"}, ["card", "hero", "print"]),
    ],
)
def test_rule_is_kept_where_one_of_its_selectors_can_find_something(classes, kept):
    text = write(parse(SHEET), classes)
    marks = {"card": ".card{top:0", "hero": ".hero,.band", "print": "@media print"}
    assert [name for name, mark in marks.items() if mark in text] == kept


def test_what_needs_no_class_is_always_kept():
    text = write(parse(SHEET), set())
    assert text.startswith("@layer base,components;@font-face{")
    assert text.endswith("@layer base{p{margin:0}}")


@pytest.mark.parametrize(
    "selector", [":has(.card)", ":not(:is(.card,.hero))", '[href$=".pdf"]']
)
def test_class_that_need_not_be_there_is_not_asked_for(selector):
    css = f"p{selector}{{top:0}}"
    assert write(parse(css), set()) == css
