"""A folder that cannot be imported: clear words, and nothing is imported."""

import hashlib
import json

import pytest

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from wagtail.models import Page

from boulder_therapeutics.images.models import CustomImage
from tests.factories import UserFactory


def change(folder, name, old, new):
    """Replace text in a file of an export, and correct its checksum."""
    path = folder / name
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    after = hashlib.sha256(path.read_bytes()).hexdigest()
    sums = folder / "checksums.txt"
    sums.write_text(sums.read_text().replace(before, after))


def refusal(folder):
    """Return the words with which the command refuses a folder."""
    with pytest.raises(CommandError) as caught:
        call_command("import_site", folder)
    assert Page.objects.count() == 2
    assert not CustomImage.objects.exists()
    assert not default_storage.exists("documents/plan.txt")
    return str(caught.value)


@pytest.mark.django_db
def test_folder_that_is_missing_or_no_export(tmp_path):
    assert "There is no folder" in refusal(tmp_path / "nothing")
    assert "manifest.json: No such file" in refusal(tmp_path)
    (tmp_path / "manifest.json").write_text("{")
    assert "manifest.json is not JSON" in refusal(tmp_path)
    (tmp_path / "manifest.json").write_text("[]")
    assert "not that of an export" in refusal(tmp_path)


def test_newer_format(folder):
    change(folder, "manifest.json", '"version": 1', '"version": 2')
    assert "A newer version of the site wrote this export" in refusal(folder)


@pytest.mark.parametrize("version", ['"1"', "null", "0", "true"])
def test_version_that_is_none(folder, version):
    change(folder, "manifest.json", '"version": 1', f'"version": {version}')
    assert "has no valid “version”" in refusal(folder)


@pytest.mark.parametrize(
    "name", ["data/comments.comment.jsonl", "media/documents/plan.txt", "checksums.txt"]
)
def test_missing_file(folder, name):
    (folder / name).unlink()
    assert name in refusal(folder)


def test_damaged_file(folder):
    (folder / "media/documents/plan.txt").write_text("Rust.")
    assert "media/documents/plan.txt is not as it was exported" in refusal(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("core.person", '{"model"', '{"model', "core.person.jsonl, line 1: "),
        ("core.person", '"core.person"', '"auth.user"', "a row of auth.user"),
        ("core.person", '"role"', '"rank"', "Person has no field named 'rank'"),
        ("core.person", '"fields": {', '"fields": [], "x": {', "line 1: "),
        ("core.person", '"pk": ', '"pk": "a', "line 1: "),
        ("core.person", '"name": "Ann"', '"name": null', "core.person.jsonl: "),
        ("blog.blogpage", '"date": "', '"date": "x', "line 1: "),
        ("blog.blogpage", '"body": [', '"body": 7, "references": [', "line 1"),
        ("comments.comment", '"parent": null', '"parent": 999', "are missing"),
        ("wagtailcore.page", '"blogpage"', '"no"', "line "),
        ("wagtaildocs.document", "documents/plan.txt", "../../x.txt", "not the name"),
        ("wagtaildocs.document", "documents/plan.txt", "no.txt", "no.txt is missing"),
    ],
)
def test_wrong_rows(folder, name, old, new, words):
    change(folder, f"data/{name}.jsonl", old, new)
    assert words.casefold() in refusal(folder).casefold()


def test_missing_rows(folder):
    change(folder, "manifest.json", '"blog.BlogPage": 3', '"blog.BlogPage": 4')
    assert "blog.BlogPage has 3 rows instead of 4" in refusal(folder)


@pytest.mark.parametrize(
    "line", ["x", f"{'0' * 64}  data/../../x.jsonl", f"{'0' * 64}  data/x.jsonl"]
)
def test_wrong_checksums(folder, line):
    with (folder / "checksums.txt").open("a") as file:
        file.write(f"{line}\n")
    assert "checksum" in refusal(folder) or "x.jsonl" in refusal(folder)


def test_table_that_is_not_known(folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["rows"]["core.Robot"] = 1
    (folder / "manifest.json").write_text(json.dumps(manifest))
    assert "core.Robot" in refusal(folder)


def test_site_with_an_account(folder):
    UserFactory()
    assert "This site is not empty: 1 users" in refusal(folder)


def test_site_that_somebody_has_edited(folder, home):
    home.save_revision().publish()
    with pytest.raises(CommandError, match="This site is not empty"):
        call_command("import_site", folder)


def test_empty_sections_of_a_new_site_are_replaced(folder):
    call_command("create_pages")
    call_command("import_site", folder)
    assert not Page.objects.filter(slug="about").exists()


def test_other_file_of_the_same_name_is_not_overwritten(folder):
    name = default_storage.save("documents/plan.txt", ContentFile(b"Other."))
    with pytest.raises(CommandError, match="another file named documents/plan.txt"):
        call_command("import_site", folder)
    with default_storage.open(name) as file:
        assert file.read() == b"Other."
    default_storage.delete(name)


@pytest.mark.django_db
def test_export_into_a_folder_with_files_is_refused(tmp_path):
    (tmp_path / "mine.txt").write_text("Mine.")
    with pytest.raises(CommandError, match="exists already"):
        call_command("export_site", tmp_path)
    with pytest.raises(CommandError, match=r"mine.txt: Not a directory|exists"):
        call_command("export_site", tmp_path / "mine.txt" / "export")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_failed_export_leaves_nothing(export, tmp_path, monkeypatch):
    target = "boulder_therapeutics.transfer.export.write.export_pages"
    monkeypatch.setattr(target, lambda *arguments: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export()
    assert [path.name for path in tmp_path.iterdir()] == ["media"]
