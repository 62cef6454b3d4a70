import socket
from unittest.mock import Mock

import pytest

from django.conf import settings as project
from django.core.management import CommandError
from django.db import OperationalError

from boulder_therapeutics.operations import startup
from boulder_therapeutics.operations.limits.pool import SPARE
from boulder_therapeutics.operations.management.commands.serve import Server
from boulder_therapeutics.operations.workarounds import FairWorker


@pytest.fixture
def called(monkeypatch):
    """The names of the management commands called, none of which runs."""
    names = []
    monkeypatch.setattr(startup, "call_command", lambda name, **_: names.append(name))
    monkeypatch.setattr(startup, "call_in_process", lambda name, *_: names.append(name))
    monkeypatch.setattr(startup, "are_stale", lambda: False)
    monkeypatch.setattr(startup, "staticfiles_storage", Mock())
    return names


def prepare(**options):
    said = []
    startup.prepare(said.append, **options)
    return said


def test_port_in_use_is_a_one_line_error_naming_the_variable():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=rf"^Port {port} .* PORT=[^\n]*$"):
            startup.claim_port("127.0.0.1", port)
    startup.claim_port("127.0.0.1", port)


@pytest.mark.django_db
def test_nothing_runs_if_everything_is_up_to_date(called, article):
    assert prepare() == []
    assert called == []


@pytest.mark.django_db
def test_changed_static_files_are_collected(called, article, monkeypatch):
    monkeypatch.setattr(startup, "are_stale", lambda: True)
    assert len(prepare()) == 1
    assert called == ["collectstatic"]


@pytest.mark.django_db
def test_unapplied_migrations_are_applied(called, article, monkeypatch):
    monkeypatch.setattr(startup, "migrations_are_applied", lambda: False)
    prepare()
    assert called == ["migrate"]


@pytest.mark.django_db
def test_new_site_gets_empty_pages_or_on_request_demo_content(called, home):
    prepare()
    assert called == ["create_pages"]
    called.clear()
    prepare(with_demo=True)
    assert called == ["load_demo", "encode_images"]


@pytest.mark.django_db
@pytest.mark.parametrize("with_demo", [True, False])
def test_site_with_content_gets_none(called, article, with_demo):
    prepare(with_demo=with_demo)
    assert called == []


@pytest.mark.django_db
def test_site_record_follows_the_public_url(called, settings, home):
    settings.SITE_URL = "https://www.example.com"
    prepare()
    assert home.get_site().root_url == "https://www.example.com"


@pytest.mark.django_db
def test_unreachable_database_is_a_one_line_error_naming_the_variable(
    called, monkeypatch
):
    def fail():
        raise OperationalError("no such host\nand more")

    monkeypatch.setattr(startup, "migrations_are_applied", fail)
    with pytest.raises(CommandError, match=r"^DATABASE_URL [^\n]*no such host$"):
        prepare()


def test_login_is_the_demo_password_or_how_to_create_an_account(
    settings, tmp_path, monkeypatch
):
    settings.VAR_DIR = tmp_path
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    assert "createsuperuser" in startup.login()
    (tmp_path / "demo-password").write_text("open-sesame\n")
    assert startup.login().endswith("open-sesame")
    monkeypatch.setenv("DEMO_PASSWORD", "chosen")
    assert startup.login().endswith("DEMO_PASSWORD")


def test_gunicorn_is_configured_from_the_settings():
    config = Server("127.0.0.1:8123").cfg
    assert config.address == [("127.0.0.1", 8123)]
    assert config.worker_class is FairWorker
    assert (config.workers, config.threads) == (
        project.WEB_CONCURRENCY,
        project.WEB_THREADS + SPARE,
    )
    assert config.preload_app
    assert config.control_socket_disable
    assert config.max_requests > config.max_requests_jitter > 0
