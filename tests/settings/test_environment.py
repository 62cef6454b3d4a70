from importlib.util import module_from_spec, spec_from_file_location

import pytest

from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from boulder_therapeutics.mail.backend import OutboxBackend
from boulder_therapeutics.settings import base
from boulder_therapeutics.settings.environment import read_secret

BAD_VALUES = [
    ("ALLOWED_HOSTS", "https://www.example.com"),
    ("ALLOWED_HOSTS", "one two"),
    ("ALLOWED_HOSTS", "one,,two"),
    ("DATABASE_URL", "nonsense"),
    ("DATABASE_URL", "mysql://user:password@host/name"),
    ("DATABASE_URL", "postgres://user:password@host"),
    ("DATABASE_URL", "postgres://user:password@host:port/name"),
    ("DATABASE_URL", "sqlite://"),
    ("DEFAULT_FROM_EMAIL", "nobody"),
    ("EMAIL_URL", "http://mail"),
    ("EMAIL_URL", "smtp://"),
    ("EMAIL_URL", "smtp://mail:port"),
    ("FRONT_CACHE_URL", "varnish"),
    ("PORT", "0"),
    ("PORT", "65536"),
    ("PORT", "http"),
    ("REDIS_URL", "http://cache"),
    ("REDIS_URL", "redis://"),
    ("REDIS_URL", "redis://cache:6379/first"),
    ("SITE_URL", "ftp://www.example.com"),
    ("SITE_URL", "https://www.example.com/clinic"),
    ("SITE_URL", "https://www.example.com:port"),
    ("SITE_URL", "www.example.com"),
    ("TRUSTED_PROXIES", "-1"),
    ("TRUSTED_PROXIES", "1.5"),
    ("WEB_CONCURRENCY", "many"),
    ("WEB_THREADS", "0"),
]
VARIABLES = sorted({name for name, value in BAD_VALUES})


def base_settings():
    """Return the settings for the current environment."""
    name = "boulder_therapeutics.settings.reloaded"
    spec = spec_from_file_location(name, base.__file__)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return vars(module)


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("name", "value"), BAD_VALUES)
def test_bad_value_is_one_line_naming_the_variable(name, value, monkeypatch):
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=rf"^{name} must be [^\n]+\.$"):
        base_settings()


@pytest.mark.parametrize("name", VARIABLES)
def test_empty_variable_counts_as_not_set(name, monkeypatch):
    expected = base_settings()
    monkeypatch.setenv(name, "")
    settings = base_settings()
    assert settings["DATABASES"] == expected["DATABASES"]
    assert settings["SITE_URL"] == expected["SITE_URL"] == "http://127.0.0.1:8000"


def test_port_is_part_of_the_default_site_url(monkeypatch):
    monkeypatch.setenv("PORT", "8123")
    assert base_settings()["SITE_URL"] == "http://127.0.0.1:8123"


def test_site_url_sets_host_and_sender(monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://www.example.com/")
    settings = base_settings()
    assert settings["SITE_URL"] == "https://www.example.com"
    assert settings["ALLOWED_HOSTS"] == ["www.example.com", "localhost", "127.0.0.1"]
    assert settings["DEFAULT_FROM_EMAIL"] == "noreply@www.example.com"


def test_sqlite_path_starts_at_the_project_unless_it_is_absolute(monkeypatch):
    base_dir = base_settings()["BASE_DIR"]
    assert (
        base_settings()["DATABASES"]["default"]["NAME"] == base_dir / "var/db.sqlite3"
    )
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/site.sqlite3")
    name = base_settings()["DATABASES"]["default"]["NAME"]
    assert str(name) == "/srv/site.sqlite3"


def test_database_url_may_name_a_postgresql_server(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://ann:s%23cret@db:5433/clinic")
    database = base_settings()["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"]) == ("ann", "s#cret")
    assert (database["HOST"], database["PORT"]) == ("db", 5433)
    assert database["NAME"] == "clinic"


def test_waits_for_postgresql_are_limited_unless_the_url_says_otherwise(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://host/name?connect_timeout=9")
    options = base_settings()["DATABASES"]["default"]["OPTIONS"]
    assert "statement_timeout=4s" in options["options"]
    assert (options["connect_timeout"], options["tcp_user_timeout"]) == (9, 4000)


def test_redis_replaces_the_file_cache(monkeypatch):
    assert "file_cache" in base_settings()["CACHES"]["default"]["BACKEND"]
    monkeypatch.setenv("REDIS_URL", "redis://:secret@cache:6379/0")
    cache = base_settings()["CACHES"]["default"]
    assert cache["BACKEND"].endswith("RedisCache")
    assert cache["LOCATION"] == "redis://:secret@cache:6379/0"


def test_front_cache_url_is_optional(monkeypatch):
    assert base_settings()["FRONT_CACHE_URL"] == ""
    monkeypatch.setenv("FRONT_CACHE_URL", "http://varnish:6081")
    assert base_settings()["FRONT_CACHE_URL"] == "http://varnish:6081/"


def test_mail_is_sent_to_the_console_or_to_a_server(monkeypatch):
    assert base_settings()["MAIL_SERVER_BACKEND"].endswith("console.EmailBackend")
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://user:pw@mail.example.com:587")
    settings = base_settings()
    assert settings["MAIL_SERVER_BACKEND"].endswith("smtp.EmailBackend")
    assert settings["EMAIL_HOST"] == "mail.example.com"
    assert settings["EMAIL_USE_TLS"] is True


@pytest.mark.parametrize("server", ["consolemail://", "smtp://mail.example.com"])
def test_every_mail_goes_through_the_outbox(server, monkeypatch):
    monkeypatch.setenv("EMAIL_URL", server)
    assert import_string(base_settings()["EMAIL_BACKEND"]) is OutboxBackend


@pytest.mark.parametrize("secret", ["", "short", "a" * 60])
def test_secret_must_be_long_and_varied(secret, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", secret)
    with pytest.raises(ImproperlyConfigured, match="^SECRET_KEY .*50 characters"):
        read_secret("SECRET_KEY")


def test_good_secret_is_accepted(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "0123456789" * 5)
    assert read_secret("SECRET_KEY") == "0123456789" * 5
