import pytest

from boulder_therapeutics.demo.loader import accounts


@pytest.mark.django_db
def test_password_can_be_set_in_the_environment(client, tmp_path, monkeypatch):
    monkeypatch.setattr(accounts, "PASSWORD_FILE", tmp_path / "demo-password")
    monkeypatch.setenv("DEMO_PASSWORD", "chosen-by-the-owner")
    accounts.load_accounts()
    assert client.login(username="editor", password="chosen-by-the-owner")
    assert not (tmp_path / "demo-password").exists()
