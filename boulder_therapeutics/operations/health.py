"""Health checks for monitors: is the process alive, and can it serve pages?"""

import logging
from functools import cache

from django.core.cache import cache as site_cache
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import JsonResponse
from django.utils.crypto import get_random_string

logger = logging.getLogger(__name__)


class HealthMiddleware:
    """Respond to monitors before the checks of the host and of https.

    Monitors use the IP address of the machine, which is not an allowed host.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.checks = {"/health/live": live, "/health/ready": ready}

    def __call__(self, request):
        check = self.checks.get(request.path_info)
        return check() if check else self.get_response(request)


def live():
    """Report that the process responds."""
    return _report({})


def ready():
    """Report whether the database, its migrations and the cache work."""
    checks = {
        "database": database_works,
        "migrations": migrations_are_applied,
        "cache": cache_works,
    }
    return _report({name: _passes(name, check) for name, check in checks.items()})


def database_works():
    """Run a query that needs no table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def migrations_are_applied():
    """Return whether the database has the last migration of each app."""
    applied = MigrationRecorder(connection).applied_migrations()
    return _last_migrations() <= applied.keys()


def cache_works():
    """Store a new value in the cache and read it, not from what stands in for it."""
    key = f"health-{get_random_string(12)}"
    site_cache.set(key, True, timeout=60)
    is_stored = site_cache.get(key, False)
    site_cache.delete(key)
    return is_stored and getattr(site_cache, "is_available", True)


@cache
def _last_migrations():
    # The files do not change, and reading them takes half a second.
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _passes(name, check):
    try:
        return check()
    except Exception:
        logger.exception("The health check of the %s failed", name)
        return False


def _report(results):
    passed = all(results.values())
    body = {"status": "ok" if passed else "failing"} | {
        name: "ok" if result else "failing" for name, result in results.items()
    }
    headers = {"Cache-Control": "no-store"}
    return JsonResponse(body, status=200 if passed else 503, headers=headers)
