"""What monitors ask: is the process alive, and can it do its work?"""

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
    """Answer monitors before the host, https and sessions are looked at.

    They come by the address of the machine, which is in no list of allowed hosts.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.answers = {"/health/live": live, "/health/ready": ready}

    def __call__(self, request):
        """Answer a monitor; let everybody else pass."""
        answer = self.answers.get(request.path_info)
        return answer() if answer else self.get_response(request)


def live():
    """Say that the process answers."""
    return _report({})


def ready():
    """Say whether database, migrations and cache do what pages need."""
    checks = {
        "database": database_answers,
        "migrations": migrations_are_applied,
        "cache": cache_keeps,
    }
    return _report({name: _passes(name, check) for name, check in checks.items()})


def database_answers():
    """Ask the database for something that needs no table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def migrations_are_applied():
    """Compare the last migration of each app with those that the database has."""
    applied = MigrationRecorder(connection).applied_migrations()
    return _last_migrations() <= applied.keys()


def cache_keeps():
    """Store a value in the cache and fetch it."""
    token = get_random_string(12)
    site_cache.set("health", token, timeout=60)
    # Another process may have stored its own between the two.
    return site_cache.get("health") is not None


@cache
def _last_migrations():
    # Read from the files once: it takes half a second, and they do not change.
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
