"""Settings > Import from WordPress, as the clinic's owner uses it."""

import fcntl
import zipfile
from datetime import timedelta

import pytest

from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from blog.models import BlogPage
from blog.wordpress.background import STEPS, claim, execute
from blog.wordpress.engine import analysis
from blog.wordpress.models import ImportRun
from boulder_therapeutics.core.models import StandardPage
from boulder_therapeutics.images.models import CustomImage
from tests.wordpress.conftest import HEAD, TAIL, attachment, comment, item

State = ImportRun.State
URL = "/admin/wordpress/"

pytestmark = pytest.mark.usefixtures("blog_index")


def export(*items):
    text = HEAD + "".join(items) + TAIL
    return SimpleUploadedFile("site.xml", text.encode())


@pytest.fixture
def owner(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.fixture
def pictures(uploads, tmp_path):
    path = tmp_path / "uploads.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(uploads / "2020/03/knee.png", "uploads/2020/03/knee.png")
    return SimpleUploadedFile("uploads.zip", path.read_bytes())


def work():
    """Do what the background work does, in this process."""
    run = claim()
    execute(run.pk)
    run.refresh_from_db()
    return run


def test_upload_analyze_import_and_undo(owner, pictures):
    files = [export(item(1, extra=comment(7)), attachment())]
    response = owner.post(URL, {"files": files, "pictures": pictures})
    run = ImportRun.objects.get()
    assert response.headers["Location"] == f"{URL}{run.pk}/"
    assert b"http-equiv" in owner.get(f"{URL}{run.pk}/").content
    assert work().state == State.ANALYZED
    assert not BlogPage.objects.exists()
    page = owner.get(f"{URL}{run.pk}/").content.decode()
    assert "Old clinic" in page and "ann: 1 posts and pages" in page
    options = {"private": "draft", "personal_data": "on", "author_0": "admin"}
    owner.post(f"{URL}{run.pk}/", options)
    assert work().state == State.FINISHED
    assert BlogPage.objects.get().owner.username == "admin"
    assert CustomImage.objects.exists()
    assert not run.upload_folder.exists()
    assert "Post 1" in owner.get(f"{URL}{run.pk}/").content.decode()
    owner.post(f"{URL}{run.pk}/undo/")
    assert work().state == State.UNDONE
    assert not BlogPage.objects.exists()
    assert owner.get(f"{URL}{run.pk}/").status_code == 200


def test_owner_reads_in_words_what_was_found(owner):
    items = [item(1, extra=comment(7)), item(2, wp__status="draft")]
    staff = item(3, title="Dr. Bones", wp__post_type="staff")
    owner.post(URL, {"files": [export(*items, staff)]})
    run = work()
    page = owner.get(f"{URL}{run.pk}/").content.decode()
    assert "1 public, here as well" in page and "1 in draft, here as well" in page
    assert "1 approved, and shown here" in page and "1 × staff" in page
    owner.post(f"{URL}{run.pk}/", {"private": "draft", "type_0": "page"})
    work()
    assert StandardPage.objects.get().title == "Dr. Bones"
    report = owner.get(f"{URL}{run.pk}/report.html").content.decode()
    assert "http://testserver/post-3/" in report


def test_item_that_cannot_be_converted_is_counted_as_failed(owner, monkeypatch):
    convert = analysis.convert_article

    def fail(item, *arguments, **options):
        if item.number == 1:
            raise ValueError("odd item")
        return convert(item, *arguments, **options)

    monkeypatch.setattr(analysis, "convert_article", fail)
    odd, good = item(1, extra=comment(7) + comment(8)), item(2)
    owner.post(URL, {"files": [export(odd, good)]})
    run = work()
    assert run.state == State.ANALYZED
    page = owner.get(f"{URL}{run.pk}/").content.decode()
    assert "1 failed: ValueError: odd item" in page and "1 public" in page
    assert "2 left out: its article was not imported" in page


@pytest.mark.parametrize("extension", ["html", "csv", "json"])
def test_report_can_be_kept(owner, extension):
    owner.post(URL, {"files": [export(item(1, title="=1+1"))]})
    run = work()
    owner.post(f"{URL}{run.pk}/", {"private": "draft"})
    work()
    response = owner.get(f"{URL}{run.pk}/report.{extension}")
    text = response.content.decode()
    assert "/blog/post-1/" in text
    assert ",=1+1" not in text


def test_broken_file_is_explained(owner):
    owner.post(URL, {"files": [export("<item>")]})
    run = work()
    assert run.state == State.FAILED
    assert "site" not in run.error and "line" in run.error
    assert run.error in owner.get(f"{URL}{run.pk}/").content.decode().replace(
        "&lt;", "<"
    )


@pytest.mark.parametrize("data", [{}, {"files": [SimpleUploadedFile("a.pdf", b"x")]}])
def test_other_files_are_not_accepted(owner, data):
    assert b"error-message" in owner.post(URL, data).content
    assert not ImportRun.objects.exists()


def test_import_stops_and_goes_on(owner):
    owner.post(URL, {"files": [export(*map(item, range(1, 4)))]})
    run = work()
    owner.post(f"{URL}{run.pk}/", {"private": "draft"})
    owner.post(f"{URL}{run.pk}/stop/")
    ImportRun.objects.update(options=run.options | {"batch": 1})
    stopped = work()
    assert stopped.state == State.STOPPED
    assert BlogPage.objects.live().count() < 3
    owner.post(f"{URL}{run.pk}/continue/")
    assert work().state == State.FINISHED
    assert BlogPage.objects.live().count() == 3


def test_run_is_claimed_once_and_again_when_it_was_interrupted(owner):
    owner.post(URL, {"files": [export(item(1))]})
    assert claim() is not None
    assert claim() is None
    ImportRun.objects.update(alive=timezone.now() - timedelta(minutes=2))
    assert claim() is not None


def test_run_is_locked_while_a_process_works_on_it(owner, settings, monkeypatch):
    owner.post(URL, {"files": [export(item(1))]})
    lock = settings.VAR_DIR / "locks" / f"import-{claim().pk}"

    def work_slowly(run):
        with lock.open("w") as file, pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        run.state = State.ANALYZED

    monkeypatch.setitem(STEPS, State.ANALYZING, work_slowly)
    execute(ImportRun.objects.get().pk)
    assert ImportRun.objects.get().state == State.ANALYZED


def test_run_that_another_process_has_finished_is_left_alone(owner):
    owner.post(URL, {"files": [export(item(1))]})
    run = work()
    execute(run.pk)
    assert ImportRun.objects.get().report == run.report


@pytest.mark.parametrize("path", ["", "1/", "1/report.html"])
def test_only_those_with_the_permission_may_import(client, editor, path):
    ImportRun.objects.create(pk=1)
    client.force_login(editor)
    assert client.get(URL + path).status_code == 302
    assert b"wordpress" not in client.get("/admin/").content.lower()
    editor.user_permissions.add(Permission.objects.get(codename="import_wordpress"))
    assert client.get(URL + path).status_code in {200, 404}
