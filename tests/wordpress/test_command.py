"""manage.py import_wordpress: exit codes, reports and standard input."""

import io
import json

import pytest

from django.core.management import call_command

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment as Note
from wagtail.models import PageViewRestriction

from blog.comments.models import Comment
from blog.models import BlogPage
from blog.wordpress.models import ImportRun
from boulder_therapeutics.core.models import StandardPage
from tests.factories import StandardPageFactory
from tests.wordpress.conftest import comment, item

pytestmark = pytest.mark.usefixtures("blog_index")


def run(*arguments):
    """Return the exit code of the command."""
    try:
        call_command("import_wordpress", "--progress=none", *arguments)
    except SystemExit as error:
        return error.code
    return 0


@pytest.fixture
def path(write):
    (path,) = write(item(1, extra=comment(7))).paths
    return str(path)


def test_all_well_is_0(path, capsys):
    assert run(path) == 0
    output = capsys.readouterr().out
    assert "imported" in output and "--undo 1" in output.replace(
        str(ImportRun.objects.get().pk), "1"
    )


def test_failed_item_is_1(path, monkeypatch):
    def fail(*arguments, **options):
        raise ValueError("odd")

    monkeypatch.setattr("blog.wordpress.write.bodies.convert_article", fail)
    assert run(path) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["missing.xml"],
        [],
        ["{path}", "--site", "nowhere.example"],
        ["{path}", "--parent", "/nowhere/"],
        ["{path}", "--media-dir", "/nowhere"],
        ["{path}", "--only", "everything"],
        ["{path}", "--check", "missing.json"],
        ["{path}", "--report", "report.exe"],
        ["{path}", "--report", "/nowhere/report.json"],
        ["{path}", "--report", "{folder}"],
        ["{path}", "--sitemap", "missing.xml"],
        ["{path}", "--sitemap", "/"],
        ["{path}", "--author", "ann=nobody"],
        ["{path}", "--default-author", "nobody"],
        ["{path}", "--map", "post=page"],
        ["{path}", "--map", "staff"],
        ["--undo", "99999"],
    ],
)
def test_what_cannot_start_is_2_and_changes_nothing(path, tmp_path, capsys, arguments):
    folder = tmp_path / "folder.json"
    folder.mkdir()
    values = {"path": path, "folder": folder}
    assert run(*[text.format_map(values) for text in arguments]) == 2
    assert "Not imported: " in capsys.readouterr().err
    assert not BlogPage.objects.exists()


def test_broken_export_is_2_with_its_line(path, tmp_path, capsys):
    (tmp_path / "broken.xml").write_text("<!DOCTYPE rss><rss/>")
    assert run(str(tmp_path / "broken.xml")) == 2
    assert "broken.xml, line 1" in capsys.readouterr().err


@pytest.mark.parametrize(("posts", "code"), [(1, 0), (2, 3)])
def test_difference_from_the_truth_is_3(path, tmp_path, posts, code):
    truth = {
        "items": {"post": {"publish": posts}},
        "comments": {"by_type_and_status": {"comment": {"approved": 1}}},
    }
    (tmp_path / "truth.json").write_text(json.dumps(truth))
    assert run(path, "--check", str(tmp_path / "truth.json")) == code


@pytest.mark.parametrize("extension", ["json", "html", "csv"])
def test_report_is_written(path, tmp_path, extension):
    sitemap = tmp_path / "sitemap.xml"
    url = "https://old.example/2020/03/post-1/"
    sitemap.write_text(f"<urlset><url><loc>{url}</loc></url></urlset>")
    report = tmp_path / f"report.{extension}"
    assert run(path, "--report", str(report), "--sitemap", str(sitemap)) == 0
    assert "/blog/post-1/" in report.read_text()


def test_export_comes_from_standard_input(path, monkeypatch):
    with open(path, "rb") as file:
        stdin = io.TextIOWrapper(io.BytesIO(file.read()))
    monkeypatch.setattr("sys.stdin", stdin)
    assert run("-") == 0
    assert BlogPage.objects.count() == 1


def test_undo_of_a_run(path):
    run(path)
    assert run("--undo", str(ImportRun.objects.get().pk)) == 0
    assert not BlogPage.objects.exists()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--statuses", "draft"], {"pages": ["Draft"]}),
        (["--only", "posts,comments"], {"pages": ["Draft", "Post 1"], "links": 0}),
        (["--only", "posts,redirects"], {"comments": 0, "links": 1}),
        (["--private", "restrict"], {"locks": 1}),
        (["--pingbacks", "keep"], {"comments": 2}),
        (["--no-personal-data"], {"emails": [""]}),
        (["--author", "ann=editor"], {"owner": "editor"}),
        (["--default-author", "editor"], {"owner": "editor"}),
        (["--map", "staff=page"], {"standard": 2}),
        (["--keep-notes"], {"notes": 1}),
        (["--parent", "/clinic/"], {"above": "clinic"}),
        (["--batch", "1", "--progress", "plain"], {"comments": 1}),
    ],
)
def test_option_does_what_it_says(write, home, editor, admin_user, options, expected):
    StandardPageFactory(parent=home, slug="clinic")
    extra = comment(7) + comment(8, type="pingback") + comment(9, type="note")
    items = [
        item(1, extra=extra),
        item(2, title="Draft", wp__status="draft"),
        item(3, title="Private", wp__status="private"),
        item(4, wp__post_type="page", title="Imported"),
        item(5, wp__post_type="staff"),
    ]
    (path,) = write(*items).paths
    assert run(str(path), *options) == 0
    imported = StandardPage.objects.exclude(slug="clinic")
    above = [page.get_parent().slug for page in imported.filter(title="Imported")]
    posts = BlogPage.objects.order_by("title")
    found = {
        "pages": [page.title for page in posts if page.title != "Private"],
        "comments": Comment.objects.count(),
        "emails": sorted(set(Comment.objects.values_list("email", flat=True))),
        "links": Redirect.objects.filter(old_path__contains="post-1").count(),
        "locks": PageViewRestriction.objects.filter(restriction_type="login").count(),
        "owner": next((page.owner.username for page in posts if page.owner), ""),
        "standard": imported.count(),
        "notes": Note.objects.count(),
        "above": next(iter(above), ""),
    }
    assert expected.items() <= found.items()
