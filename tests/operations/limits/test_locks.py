"""One process at a time, for as long as it takes."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from django.core.management import get_commands, load_command_class
from django.db import OperationalError, connection, connections, transaction

from boulder_therapeutics.operations.limits.locks import one_at_a_time


def hold(name, entered, leave):
    try:
        with one_at_a_time(name):
            entered.set()
            leave.wait(30)
    finally:
        connections.close_all()


@pytest.mark.django_db
def test_second_waits_until_the_first_is_done():
    first, second, leave = Event(), Event(), Event()
    with ThreadPoolExecutor(2) as threads:
        holds = [threads.submit(hold, "test", first, leave)]
        assert first.wait(30)
        holds.append(threads.submit(hold, "test", second, leave))
        assert not second.wait(0.3)
        leave.set()
        assert second.wait(30)
        for held in holds:
            held.result()


@pytest.mark.django_db
def test_locks_of_different_names_are_independent():
    entered, leave = Event(), Event()
    with ThreadPoolExecutor(1) as threads, one_at_a_time("start"):
        held = threads.submit(hold, "migrate", entered, leave)
        assert entered.wait(30)
        leave.set()
        held.result()


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="of PostgreSQL")
def test_statements_are_limited_except_under_the_lock():
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = '50ms'")
        with pytest.raises(OperationalError), transaction.atomic():
            cursor.execute("SELECT pg_sleep(0.2)")
        with one_at_a_time("test"):
            cursor.execute("SELECT pg_sleep(0.2)")


def test_migrate_is_the_command_that_takes_the_lock():
    app = get_commands()["migrate"]
    assert app == "boulder_therapeutics.operations"
    assert (
        "limits.locks"
        in load_command_class(app, "migrate")
        .handle.__globals__["one_at_a_time"]
        .__module__
    )
