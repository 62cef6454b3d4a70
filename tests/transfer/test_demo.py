"""The demo content is the same after an export and an import."""

import pytest

from django.core.management import call_command

from boulder_therapeutics.transfer.export.write import export_site
from boulder_therapeutics.transfer.restore.read import import_site

from .conftest import differences, rolled_back


@pytest.mark.django_db
def test_demo_content_is_the_same_after_export_and_import(tmp_path, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "password")
    with rolled_back():
        call_command("load_demo")
        export_site(tmp_path / "first", with_personal_data=True)
    import_site(tmp_path / "first")
    export_site(tmp_path / "again", with_personal_data=True)
    assert differences(tmp_path / "first", tmp_path / "again") == set()
