"""Transactions that wait for each other only where they have to."""

import fcntl
import os
from contextlib import contextmanager
from hashlib import blake2b

from django.db import connection, transaction


@contextmanager
def turn(*names):
    """Open a transaction, after all others that have one of `names` in common."""
    if connection.vendor == "sqlite":
        with _one_writer(), transaction.atomic():
            yield
    else:
        with transaction.atomic():
            _wait(names)
            yield


@contextmanager
def _one_writer():
    """Queue up before the lock of SQLite, which lets those starve who wait for it."""
    file = os.open(f"{connection.settings_dict['NAME']}-turn", os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def _wait(names):
    numbers = sorted({_number(name) for name in names})
    locks = ", ".join(["pg_advisory_xact_lock(%s)"] * len(numbers))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {locks}", numbers)


def _number(name):
    digest = blake2b(name.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
