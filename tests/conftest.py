"""Home → Blog → an article, Home → Services → a service, and users by role."""

import gc
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection, transaction
from django.utils import translation

from wagtail.models import Site

from .factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    ContactPageFactory,
    ServiceIndexPageFactory,
    ServicePageFactory,
    UserFactory,
)
from .redis_server import RedisServer

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_collection_finish():
    """Spare the garbage collector what stays until the end: 8 % of the time."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, tmp_path_factory):
    """The database of the tests; the value is a SQLite file as migrated, or None."""
    if connection.vendor != "sqlite":
        return None
    path = tmp_path_factory.mktemp("migrated") / "db.sqlite3"
    with django_db_blocker.unblock(), sqlite3.connect(path) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    return path


@pytest.fixture(scope="session")
def shared_data():
    """The folder with collected bad input; the test is skipped if there is none."""
    if not SHARED_DATA.is_dir():
        pytest.skip("The collected bad input is not on this machine.")
    return SHARED_DATA


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory):
    """A Redis server; if there is none, the test is skipped, except in CI."""
    if not shutil.which("redis-server") and not os.environ.get("CI"):
        pytest.skip("Redis is not installed.")
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def redis(redis_server):
    """The Redis server, running and empty."""
    redis_server.start()
    redis_server.client.flushall()
    return redis_server


@pytest.fixture(scope="module")
def module_db(django_db_setup, django_db_blocker):
    """The database for a fixture whose rows all tests of a module share.

    What a test changes is undone after it, the rows after the last test. Objects in
    memory are not restored: a test that changes one reads it from the database.
    """
    # As before every test.
    cache.clear()
    translation.deactivate()
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _clear_cache():
    cache.clear()


@pytest.fixture(autouse=True)
def _default_language():
    # A request leaves the language of its URL active.
    translation.deactivate()


@pytest.fixture
def home(db):
    return Site.objects.get().root_page.specific


@pytest.fixture
def blog_index(home):
    return BlogIndexPageFactory(parent=home)


@pytest.fixture
def article(blog_index):
    return BlogPageFactory(
        parent=blog_index, title="Runner’s Knee", slug="runners-knee"
    )


@pytest.fixture
def service_index(home):
    return ServiceIndexPageFactory(parent=home)


@pytest.fixture
def service(service_index):
    return ServicePageFactory(parent=service_index, title="Knee Pain", slug="knee-pain")


@pytest.fixture
def contact_page(home):
    return ContactPageFactory(parent=home)


@pytest.fixture
def admin_user(db):
    return UserFactory(username="admin", is_staff=True, is_superuser=True)


@pytest.fixture
def editor(db):
    user = UserFactory(username="editor")
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture
def moderator(db):
    user = UserFactory(username="moderator")
    user.groups.add(Group.objects.get(name="Comment moderators"))
    return user
