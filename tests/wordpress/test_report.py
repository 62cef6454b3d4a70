"""The report: sums, and what has no place here, in every format."""

import json

import pytest

from blog.wordpress.engine.runs import finish
from blog.wordpress.report.render import FORMATS, build_report, to_text
from tests.wordpress.conftest import item, run

pytestmark = pytest.mark.usefixtures("blog_index")

MENU = '<category domain="nav_menu" nicename="main">Main</category>'


def entry(number, parent=0, order=1, target=0, **fields):
    meta = [
        ("_menu_item_menu_item_parent", parent),
        ("_menu_item_object_id", target),
    ]
    values = {"wp__post_type": "nav_menu_item", "wp__menu_order": order}
    return item(number, " ", extra=MENU, meta=meta, **values | fields)


def report(export, **options):
    job = run(export, **options)
    return build_report(finish(job), job.tally)


def notes(export, **options):
    return [(n["kind"], n["text"]) for n in run(export, **options).tally.notes]


def test_menus_are_listed_as_trees(write):
    about = item(1, wp__post_type="page", title="About us")
    entries = [
        entry(11, order=2, title="Second"),
        entry(12, order=1, title="", target=1),
        entry(13, parent=12, title="Below", order=3),
        entry(14, parent=15, title="Circle"),
        entry(15, parent=14, title="Round"),
    ]
    found = report(write(*entries, about))["found"]["menus"]
    ((name, (first, second, *rest)),) = [(m["name"], m["entries"]) for m in found]
    assert (name, first["title"], second["title"]) == ("Main", "About us", "Second")
    assert [e["title"] for e in first["below"]] == ["Below"]
    assert {e["title"] for e in rest} == {"Circle", "Round"}


@pytest.mark.parametrize("render", [*FORMATS.values(), to_text])
def test_report_names_what_is_left_out(write, render):
    staff = item(2, title="Dr. Bones", wp__post_type="staff")
    text = render(report(write(item(1, meta=[("mood", "good")]), staff, entry(3))))
    if render is not FORMATS[".csv"]:  # a table of pages and notes
        assert all(word in text for word in ("Dr. Bones", "mood", "Post 3"))
        assert "_menu_item_object_id" not in text


def test_other_settings_are_reported(write):
    format_term = '<category domain="post_format" nicename="post-format-aside">Aside'
    meta = [
        ("_wp_page_template", "wide.php"),
        ("_yoast_wpseo_canonical", "https://elsewhere.example/a"),
        ("_yoast_wpseo_opengraph-image", "https://old.example/share.png"),
    ]
    export = write(item(1, extra=f"{format_term}</category>", meta=meta))
    found = json.dumps(notes(export))
    expected = ["format Aside", "wide.php", "https://elsewhere.example/a", "share.png"]
    assert all(text in found for text in expected)


def test_front_page_is_kept_as_a_page_and_the_report_says_so(write, client):
    page = {"wp__post_type": "page", "title": "Welcome", "wp__post_name": "welcome"}
    found = notes(write(item(1, link="https://old.example/", **page)))
    assert any("was the front page" in text for _, text in found)
    assert client.get("/welcome/").status_code == 200
    assert client.get("/?page_id=1").headers["Location"] == "/welcome/"
    assert client.get("/").status_code == 200
