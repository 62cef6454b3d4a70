"""Settings > Export the site, as an administrator and as others."""

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest

from django.utils import timezone

from boulder_therapeutics.transfer.background import (
    claim,
    delete_old_exports,
    execute,
    run_next,
)
from boulder_therapeutics.transfer.models import SiteExport

State = SiteExport.State
URL = "/admin/export/"


@pytest.fixture
def administrator(client, admin_user, home):
    client.force_login(admin_user)
    return client


@pytest.fixture
def finished(administrator):
    """An export that was started with the button, and written."""
    administrator.post(URL)
    execute(claim().pk)
    return SiteExport.objects.get()


def test_button_starts_an_export_without_personal_data(administrator, admin_user):
    assert administrator.post(URL, follow=True).status_code == 200
    export = SiteExport.objects.get()
    assert (export.state, export.user) == (State.WAITING, admin_user)
    assert not export.with_personal_data


def test_second_click_starts_no_second_export(administrator):
    administrator.post(URL)
    administrator.post(URL)
    assert SiteExport.objects.count() == 1


def test_archive_can_be_downloaded(administrator, finished):
    url = f"{URL}{finished.pk}.zip"
    assert url in administrator.get(URL).text
    response = administrator.get(url)
    assert "attachment" in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"]
    with zipfile.ZipFile(BytesIO(response.getvalue())) as archive:
        assert {"manifest.json", "wordpress.xml"} <= set(archive.namelist())


def test_only_the_archive_is_left_on_the_server(finished):
    assert [p.name for p in finished.path.parent.glob(f"*export-{finished.pk}*")] == [
        finished.path.name
    ]
    assert finished.path.parent.stat().st_mode & 0o077 == 0


def test_personal_data_are_exported_if_the_box_is_checked(administrator):
    administrator.post(URL, {"with_personal_data": "on"})
    export = claim()
    execute(export.pk)
    with zipfile.ZipFile(export.path) as archive:
        assert b"admin@example.org" in archive.read("data/auth.user.jsonl")


@pytest.mark.parametrize("role", ["editor", "moderator"])
def test_others_get_neither_page_nor_archive(client, finished, role, request):
    client.force_login(request.getfixturevalue(role))
    assert URL not in client.get("/admin/").text
    for response in (
        client.get(URL),
        client.post(URL),
        client.get(f"{URL}{finished.pk}.zip"),
    ):
        # Wagtail's “permission denied” is a message on the dashboard.
        assert response.status_code == 302
        assert response.url == "/admin/"
    assert SiteExport.objects.count() == 1


def test_visitors_are_asked_to_log_in(client, finished):
    client.logout()
    response = client.get(f"{URL}{finished.pk}.zip")
    assert response.url.startswith("/admin/login/")


def test_interrupted_export_is_begun_anew(administrator):
    administrator.post(URL)
    export = claim()
    assert claim() is None
    long_ago = timezone.now() - timedelta(minutes=2)
    SiteExport.objects.update(alive=long_ago)
    assert claim() == export


def test_failed_export_says_why(administrator, settings, tmp_path):
    (tmp_path / "file").touch()
    settings.EXPORT_FOLDER = tmp_path / "file"
    administrator.post(URL)
    execute(claim().pk)
    html = administrator.get(URL).text
    assert "Failed" in html
    assert "File exists" in html


@pytest.mark.usefixtures("home")
def test_nothing_to_do_waits_a_minute():
    assert run_next() == 60


def test_old_exports_are_deleted(finished):
    SiteExport.objects.update(created=timezone.now() - timedelta(days=8))
    delete_old_exports()
    assert not finished.path.exists()
    assert not SiteExport.objects.exists()


def test_archive_that_is_gone_is_not_offered(administrator, finished):
    finished.path.unlink()
    assert "not on this server any more" in administrator.get(URL).text
    assert administrator.get(f"{URL}{finished.pk}.zip").status_code == 404
