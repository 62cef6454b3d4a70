"""Several migrations, or starts, with the same empty database at once."""

import os
import subprocess
import sys

from benchmarks.checkouts import copy_working_tree
from benchmarks.servers import free_port

from ..rows import Row
from ..visitors import seconds_until_well

MIGRATIONS, STARTS = 10, 5


def measure(sites):
    for kind in ("SQLite", "PostgreSQL"):
        folder = sites.folder / f"migrations-{kind}"
        checkout = copy_working_tree(folder)
        checkout.python("manage.py", "collectstatic", "--no-input", "--verbosity=0")
        failed = sum(
            count_failed(["migrate", "--verbosity=0"], database)
            for database in databases(sites, checkout, "migrate", MIGRATIONS)
        )
        fault = f"two `migrate` at once, {MIGRATIONS} times, {kind}"
        yield Row(fault, "failed", failed, 0)
        failed = sum(
            count_failed_starts(database)
            for database in databases(sites, checkout, "start", STARTS)
        )
        fault = f"three starts at once, {STARTS} times, empty {kind}"
        yield Row(fault, "failed", failed, 0)


def databases(sites, checkout, name, number):
    """Yield the checkout with one new database after the other."""
    for n in range(number):
        if "PostgreSQL" in checkout.folder.name:
            url = sites.postgresql.create_database(f"{name}{n}")
        else:
            url = f"sqlite:///{checkout.folder}/var/{name}{n}.sqlite3"
        yield checkout.with_env(DATABASE_URL=url)


def run(checkout, *command, **env):
    """Start `manage.py` in a checkout."""
    return subprocess.Popen(
        [sys.executable, "manage.py", *command],
        cwd=checkout.folder,
        env=os.environ | checkout.env | env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def count_failed(command, checkout):
    processes = [run(checkout, *command) for _ in range(2)]
    return sum(process.wait() != 0 for process in processes)


def count_failed_starts(checkout):
    ports = [free_port() for _ in range(3)]
    servers = [run(checkout, "serve", PORT=str(port)) for port in ports]
    urls = [f"http://127.0.0.1:{port}/health/ready" for port in ports]
    failed = sum(seconds_until_well(url, limit=120) >= 120 for url in urls)
    for server in servers:
        server.terminate()
        server.wait()
    return failed
