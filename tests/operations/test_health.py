import pytest

from django.db import OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from boulder_therapeutics.operations import health

LIVE, READY = "/health/live", "/health/ready"


def test_live_needs_no_database(client):
    response = client.get(LIVE)
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_ready_when_database_migrations_and_cache_work(client):
    response = client.get(READY)
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "cache": "ok",
    }


def test_not_ready_without_database(client, monkeypatch):
    def fail():
        raise OperationalError("the password is secret")

    monkeypatch.setattr(health.connection, "cursor", fail)
    response = client.get(READY)
    assert response.status_code == 503
    assert response.json()["database"] == "failing"
    assert "secret" not in response.text


@pytest.mark.django_db
def test_not_ready_with_an_unapplied_migration(client):
    (last,) = MigrationLoader(None).graph.leaf_nodes("core")
    MigrationRecorder(connection).record_unapplied(*last)
    response = client.get(READY)
    assert response.status_code == 503
    assert response.json()["migrations"] == "failing"


@pytest.mark.django_db
def test_not_ready_without_cache(client, settings):
    dummy = "django.core.cache.backends.dummy.DummyCache"
    settings.CACHES = {"default": {"BACKEND": dummy}}
    response = client.get(READY)
    assert (response.status_code, response.json()["cache"]) == (503, "failing")


@pytest.mark.django_db
def test_not_ready_while_memory_stands_in_for_redis(client, settings):
    backend = "boulder_therapeutics.operations.redis_cache.RedisCache"
    location = "redis://127.0.0.1:4"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": location}}
    response = client.get(READY)
    assert (response.status_code, response.json()["cache"]) == (503, "failing")


def test_health_checks_accept_any_host_and_plain_http(settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_REDIRECT_EXEMPT = [r"^health/"]
    assert Client().get(LIVE, headers={"host": "10.0.0.7"}).status_code == 200
