"""Several migrations of an empty database at once."""

import os
import subprocess
import sys

from benchmarks.servers import start_postgresql

ROUNDS = 3


def migrate(url):
    """Start `manage.py migrate` on the database at `url`."""
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    env = os.environ | {"DATABASE_URL": url}
    return subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)


def failures(urls):
    """Return how many of two migrations at once of each database fail."""
    failed = 0
    for url in urls:
        processes = [migrate(url), migrate(url)]
        failed += sum(process.wait() != 0 for process in processes)
    return failed


def measure(stack, folder):
    urls = [f"sqlite:///{folder}/migrations-{n}.sqlite3" for n in range(ROUNDS)]
    yield row("SQLite", failures(urls))
    (folder / "migrations").mkdir(mode=0o755)
    server = stack.enter_context(start_postgresql(folder / "migrations"))
    urls = [server.create_database(f"migrations{n}") for n in range(ROUNDS)]
    yield row("PostgreSQL", failures(urls))


def row(name, failed):
    fault = f"two `migrate` at once, {ROUNDS} times, {name}"
    return fault, "failed", str(failed), "0"
