"""The checkouts that the sections of a benchmark start from."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import cached_property

from .checkouts import SQLITE, Checkout, copy_working_tree, export_yardstick
from .servers import start_postgresql

NAMES = ("now", "before")


class Environment:
    """Loads the demo content once for each kind of database and hands out clones.

    Checkouts are {"now": working tree, "before": yardstick}, without the yardstick
    where git lacks its commit.
    """

    def __init__(self, folder):
        folder.chmod(0o755)  # nginx, Varnish and PostgreSQL run as other users
        self.folder = folder
        self._servers = ExitStack()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._servers.close()

    @cached_property
    def postgresql(self):
        """The PostgreSQL server, or None where it is not installed."""
        server = start_postgresql(self.folder)
        return server and self._servers.enter_context(server)

    def clone_sqlite(self, section):
        """Return checkouts on SQLite for the use of one section."""
        return {
            name: checkout.clone(self.folder / section / name)
            for name, checkout in self._on_sqlite.items()
        }

    def clone_postgresql(self, section):
        """Return checkouts on PostgreSQL for the use of one section."""
        return {
            name: checkout.clone(
                self.folder / section / name,
                DATABASE_URL=self.postgresql.create_database(f"{section}_{name}", name),
            )
            for name, checkout in self._on_postgresql.items()
        }

    @cached_property
    def _on_sqlite(self):
        return self._load("sqlite", [SQLITE, SQLITE])

    @cached_property
    def _on_postgresql(self):
        urls = [self.postgresql.create_database(name) for name in NAMES]
        return self._load("postgresql", urls)

    def _load(self, kind, urls):
        folder = self.folder / kind
        now = copy_working_tree(folder / "now", DATABASE_URL=urls[0])
        before = export_yardstick(folder / "before", DATABASE_URL=urls[1])
        checkouts = zip(NAMES, [now, before], strict=True)
        loaded = {name: checkout for name, checkout in checkouts if checkout}
        with ThreadPoolExecutor() as threads:
            list(threads.map(Checkout.load, loaded.values()))
        return loaded
