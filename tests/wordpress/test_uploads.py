"""Uploaded exports do not stay on the server, whatever becomes of the import."""

from datetime import timedelta

import pytest

from django.core.management import call_command
from django.utils import timezone

from blog.wordpress.background import execute
from blog.wordpress.models import ImportRun
from blog.wordpress.retention import delete_old_uploads

State = ImportRun.State
ACTIVE = [State.ANALYZING, State.WAITING, State.RUNNING, State.UNDOING]
INACTIVE = [state for state in State if state not in ACTIVE]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.IMPORT_FOLDER = tmp_path
    return tmp_path


def upload(state=State.ANALYZED):
    run = ImportRun.objects.create(state=state)
    run.upload_folder.mkdir()
    (run.upload_folder / "export-1.xml").write_text("Dana, dana@example.org")
    return run


@pytest.mark.parametrize("state", INACTIVE)
def test_upload_is_deleted_after_a_week(state, time_machine, capsys):
    run = upload(state)
    time_machine.move_to(timezone.now() + timedelta(days=6))
    assert delete_old_uploads() == 0
    time_machine.shift(timedelta(days=1, minutes=1))
    call_command("retention")
    assert "WordPress exports deleted: 1" in capsys.readouterr().out
    assert not run.upload_folder.exists()


@pytest.mark.parametrize("state", ACTIVE)
def test_upload_of_a_running_import_is_not_deleted(state, time_machine):
    run = upload(state)
    time_machine.move_to(timezone.now() + timedelta(days=8))
    assert delete_old_uploads() == 0
    assert run.upload_folder.exists()


def test_upload_of_an_unknown_run_is_deleted_and_other_files_are_not(
    folder, time_machine
):
    run = upload()
    run.delete()
    (folder / "export-from-the-server.xml").touch()
    time_machine.move_to(timezone.now() + timedelta(days=8))
    assert delete_old_uploads() == 1
    assert [path.name for path in folder.iterdir()] == ["export-from-the-server.xml"]


def test_upload_is_deleted_when_the_import_is_undone():
    run = upload(State.UNDOING)
    execute(run.pk)
    assert not run.upload_folder.exists()


def test_owner_reads_how_long_uploads_are_stored(client, admin_user):
    client.force_login(admin_user)
    assert "deleted after 7 days" in client.get("/admin/wordpress/").text
