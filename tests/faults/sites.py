"""Copies of the site with the demo content, each with its own files and database."""

import sys
import tempfile
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path

from benchmarks.checkouts import copy_working_tree
from benchmarks.servers import Server, free_port, start_postgresql

ARTICLE = "/blog/runners-knee/"


class Sites:
    """Loads the demo content once for each kind of database and hands out clones."""

    def __init__(self):
        self._stack = ExitStack()

    def __enter__(self):
        name = self.enter(tempfile.TemporaryDirectory(prefix="faults-"))
        self.folder = Path(name)
        self.folder.chmod(0o755)  # PostgreSQL, nginx and Varnish run as other users
        return self

    def __exit__(self, *error):
        self._stack.close()

    def enter(self, context):
        """Enter a context that ends with the script."""
        return self._stack.enter_context(context)

    def callback(self, function, *args):
        """Call `function` when the script ends."""
        self._stack.callback(function, *args)

    def new_folder(self, name):
        """Return a folder that all users may write to."""
        folder = self.folder / name
        folder.mkdir()
        folder.chmod(0o777)
        return folder

    @cached_property
    def postgresql(self):
        """A PostgreSQL server with its default settings."""
        return self.enter(start_postgresql(self.new_folder("server")))

    def on_sqlite(self, name, **env):
        """Return a checkout of the site with a SQLite file in it."""
        return self._sqlite.clone(self.folder / name, **env)

    def on_postgresql(self, name, **env):
        """Return a checkout of the site with a database of its own."""
        original = self._postgresql
        url = self.postgresql.create_database(name, "demo")
        return original.clone(self.folder / name, DATABASE_URL=url, **env)

    @cached_property
    def _sqlite(self):
        return copy_working_tree(self.folder / "sqlite").load()

    @cached_property
    def _postgresql(self):
        url = self.postgresql.create_database("demo")
        return copy_working_tree(self.folder / "postgresql", DATABASE_URL=url).load()


def start(checkout, port=None):
    """Serve a checkout; what it logs is in the file `log` of its folder."""
    port = port or free_port()
    env = checkout.env | {"PORT": str(port), "SITE_URL": f"http://127.0.0.1:{port}"}
    with (checkout.folder / "log").open("a") as log:
        command = [sys.executable, "manage.py", "serve"]
        return Server(command, port, "/", env, checkout.folder, log)
