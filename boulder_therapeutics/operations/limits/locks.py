"""Locks for what only one process may do to a database, for as long as it takes."""

import fcntl
import os
from contextlib import contextmanager
from zlib import crc32

from django.db import DEFAULT_DB_ALIAS, connections

LIMITS = "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"


@contextmanager
def one_at_a_time(name, database=DEFAULT_DB_ALIAS):
    """Hold the lock `name` of a database; wait for another process that has it.

    Meanwhile PostgreSQL's limits on the time of statements do not apply.
    """
    connection = connections[database]
    if connection.vendor == "sqlite":
        lock = file_lock(f"{connection.settings_dict['NAME']}-{name}")
    else:
        lock = _advisory_lock(connection, crc32(name.encode()))
    with lock:
        yield


@contextmanager
def file_lock(path):
    """Hold a lock that processes of this machine share by its path."""
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


@contextmanager
def _advisory_lock(connection, number):
    # The server releases the lock of a process that dies.
    with connection.cursor() as cursor:
        cursor.execute("".join(f"SET {limit} = 0;" for limit in LIMITS))
        cursor.execute("SELECT pg_advisory_lock(%s)", [number])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [number])
            cursor.execute("".join(f"RESET {limit};" for limit in LIMITS))
