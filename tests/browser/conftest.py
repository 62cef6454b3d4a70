"""A real server with the demo content, and a browser that requests its pages."""

import itertools
import os
import secrets
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest
from playwright.sync_api import expect, sync_playwright

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
START_LIMIT = 300  # seconds, with migrations, static files and pictures to make
ADDRESSES = (f"198.51.100.{number}" for number in itertools.count(1))
# A busy machine takes longer than the 5 seconds of Playwright's default.
expect.set_options(timeout=20_000)


@dataclass
class Site:
    """The URL of the server, and the password and sessions of its demo accounts."""

    url: str
    password: str
    cookies: dict = field(default_factory=dict)  # by username


@pytest.fixture(scope="session")
def database_url(tmp_path_factory):
    """The URL of an empty database of the kind that the tests use."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield f"sqlite:///{tmp_path_factory.mktemp('site')}/db.sqlite3"
        return
    name = f"story_{secrets.token_hex(4)}"
    server = psycopg2.connect(url)
    server.autocommit = True
    server.cursor().execute(f"CREATE DATABASE {name}")
    yield urlsplit(url)._replace(path=f"/{name}").geturl()
    server.cursor().execute(f"DROP DATABASE {name} WITH (FORCE)")
    server.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory, database_url):
    """The site as `make run` serves it, started with an empty database."""
    folder = tmp_path_factory.mktemp("served")
    port, password = free_port(), secrets.token_urlsafe(12)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "boulder_therapeutics.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATABASE_URL": database_url,
        "MEDIA_ROOT": str(folder / "media"),
        "DEMO_PASSWORD": password,
        "PORT": str(port),
        # Each visitor of these tests has an IP address of their own.
        "TRUSTED_PROXIES": "1",
    }
    log = (folder / "log").open("w+b")
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--demo"],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(url, server, folder / "log")
        yield Site(url, password)
    finally:
        server.terminate()
        ended = server.wait(60)
    assert ended == 0


@pytest.fixture(scope="session")
def chromium():
    """Chromium; without it, the test is skipped, except in CI."""
    path = shutil.which("chromium")
    if not path and not os.environ.get("CI"):
        pytest.skip("Chromium is not installed.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, site):
    """Open a page as a new visitor, on a phone or desktop, with or without scripts."""
    contexts = []

    def visit(path, *, scripts=True, **options):
        context = chromium.new_context(
            base_url=site.url,
            java_script_enabled=scripts,
            extra_http_headers={"X-Forwarded-For": next(ADDRESSES)},
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield visit
    for context in contexts:
        context.close()


def wait_until_ready(url, server, log):
    """Wait for the first response of the server; show its log if it exits first."""
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            if urllib.request.urlopen(f"{url}/health/ready").status == 200:
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    pytest.fail(f"The server did not start:\n{log.read_text()[-3000:]}")
