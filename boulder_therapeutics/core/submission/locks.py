"""Transactions that wait for each other only if they share a lock."""

import fcntl
import os
from contextlib import contextmanager
from hashlib import blake2b

from django.db import connection, transaction


@contextmanager
def locked_transaction(*names):
    """Open a transaction that holds a lock for each of `names` until it ends.

    SQLite has one lock for all writers anyway.
    """
    if connection.vendor == "sqlite":
        with _writer_lock(), transaction.atomic():
            yield
    else:
        with transaction.atomic():
            _lock(names)
            yield


@contextmanager
def _writer_lock():
    """Queue for SQLite's lock in order; its own retries can starve a waiting thread."""
    path = f"{connection.settings_dict['NAME']}-lock"
    file = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def _lock(names):
    # Sorted, so that two transactions never wait for each other.
    numbers = sorted({_number(name) for name in names})
    locks = ", ".join(["pg_advisory_xact_lock(%s)"] * len(numbers))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {locks}", numbers)


def _number(name):
    digest = blake2b(name.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
