"""manage.py import_wordpress: exit codes, reports and standard input."""

import io
import json

import pytest

from django.core.management import call_command

from blog.models import BlogPage
from blog.wordpress.models import ImportRun
from tests.wordpress.conftest import comment, item

pytestmark = pytest.mark.usefixtures("blog_index")


def run(*arguments):
    """Return the exit code of the command."""
    try:
        call_command("import_wordpress", *arguments, progress="none")
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
        ["--undo", "99999"],
    ],
)
def test_what_cannot_start_is_2_and_changes_nothing(path, capsys, arguments):
    assert run(*[text.replace("{path}", path) for text in arguments]) == 2
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
