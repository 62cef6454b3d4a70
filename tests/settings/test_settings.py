import os
import re
import subprocess
import sys

import pytest

from django.conf import settings
from django.db import connection

CONTRACT = [
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "DEFAULT_FROM_EMAIL",
    "DEMO_PASSWORD",
    "DJANGO_SETTINGS_MODULE",
    "EMAIL_URL",
    "FRONT_CACHE_URL",
    "MEDIA_ROOT",
    "PORT",
    "REDIS_URL",
    "S3_ACCESS_KEY_ID",
    "S3_BUCKET",
    "S3_ENDPOINT_URL",
    "S3_PUBLIC_URL",
    "S3_REGION",
    "S3_SECRET_ACCESS_KEY",
    "SECRET_KEY",
    "SITE_URL",
    "TRUSTED_PROXIES",
    "WEB_CONCURRENCY",
    "WEB_THREADS",
]
REQUIREMENTS = ["requirements.txt", "requirements-s3.txt", "tests/requirements.txt"]
TEXTS = {".css", ".html", ".in", ".js", ".md", ".py", ".svg", ".toml", ".txt", ".yaml"}
TOP_LEVEL = ["*", ".ci/*", "[!.]*/**/*"]
# Joined here, so that this file does not match its own pattern.
MACHINE_PATHS = re.compile("/" + "(home|root|work|Users)/" + r"\w")


def manage(*arguments, **environment):
    """Run manage.py with production settings and only this environment."""
    production = "boulder_therapeutics.settings.production"
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": production}
        | environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("command", ["check", "serve"])
def test_production_does_not_start_without_a_secret(command):
    result = manage(command)
    assert result.returncode == 1
    assert result.stdout == ""
    assert re.fullmatch(r"Wrong setting: SECRET_KEY is missing[^\n]*\n", result.stderr)


def test_wsgi_application_does_not_start_without_a_secret():
    result = subprocess.run(
        [sys.executable, "-c", "import boulder_therapeutics.wsgi"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 4
    assert re.fullmatch(r"Wrong setting: SECRET_KEY is missing[^\n]*\n", result.stderr)


def test_https_site_url_passes_the_deployment_checks():
    arguments = ["check", "--deploy", "--fail-level", "WARNING"]
    secret = "0123456789" * 5
    safe = manage(*arguments, SECRET_KEY=secret, SITE_URL="https://www.example.com")
    assert safe.returncode == 0, safe.stderr
    plain = manage(*arguments, SECRET_KEY=secret, SITE_URL="http://www.example.com")
    assert "SECURE_SSL_REDIRECT" in plain.stderr


@pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL")
def test_postgresql_driver_is_psycopg2():
    # Django prefers psycopg 3 if any package installs it.
    assert connection.Database.__name__ == "psycopg2"


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_are_pinned_with_hashes(name):
    text = (settings.BASE_DIR / name).read_text().replace("\\\n", "")
    pins = [line for line in text.splitlines() if line and line.lstrip()[0] != "#"]
    assert len(pins) > 5
    assert [pin for pin in pins if not re.match(r"\S+==.* --hash=sha256:", pin)] == []


@pytest.mark.parametrize("variable", CONTRACT)
def test_readme_describes_each_variable(variable):
    readme = (settings.BASE_DIR / "README.md").read_text()
    assert re.search(rf"^\| .*`{variable}`", readme, re.MULTILINE)


def test_no_text_contains_a_path_of_one_machine():
    found = [
        f"{path}: {place[0]}"
        for pattern in TOP_LEVEL
        for path in settings.BASE_DIR.glob(pattern)
        if path.is_file() and (path.suffix in TEXTS or path.suffix == "")
        if settings.VAR_DIR not in path.parents
        if (place := MACHINE_PATHS.search(path.read_text(errors="ignore")))
    ]
    assert found == []


def test_only_the_preview_may_be_framed(client, admin_user, article):
    client.force_login(admin_user)
    preview = client.get(f"/admin/pages/{article.pk}/edit/preview/")
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    assert client.get("/admin/")["X-Frame-Options"] == "DENY"
    assert client.get(article.url)["X-Frame-Options"] == "DENY"
