"""Measure the WordPress importer and print a table.

`--export` and `--media` add a real export with its folder of uploads. `--scale 0.1`
makes everything a tenth as large, for a quick look.
"""

import argparse
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import ExitStack
from functools import cached_property
from itertools import chain
from pathlib import Path

from ..checkouts import ARTICLE, INDEX, copy_working_tree
from ..servers import start_postgresql
from .exports import write_export

HEADER = [("figure", "SQLite", "PostgreSQL", "goal"), ("---",) * 4]
MEGABYTE = 1_000_000
PAUSE = 0.05  # seconds between two requests of a visitor
PAGES = [ARTICLE, INDEX, "/", "/services/", "/search/?q=knee"]


def main():
    parser = argparse.ArgumentParser(prog="benchmarks.imports", description=__doc__)
    parser.add_argument("--export", help="a real export")
    parser.add_argument("--media", help="its uploads", default="")
    parser.add_argument("--scale", type=float, default=1)
    arguments = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="benchmarks-") as name,
        ExitStack() as stack,
    ):
        folder = Path(name)
        folder.chmod(0o755)  # PostgreSQL runs as another user
        postgresql = start_postgresql(folder)
        if postgresql:
            stack.enter_context(postgresql)
        bench = Bench(folder, postgresql, arguments.scale)
        for row in chain(HEADER, bench.rows(arguments)):
            sys.stdout.write(f"| {' | '.join(row)} |\n")
            sys.stdout.flush()


class Bench:
    def __init__(self, folder, postgresql, scale):
        self.folder, self.postgresql, self.scale = folder, postgresql, scale
        self.number = 0

    def rows(self, arguments):
        """Yield the rows of the table, each when it is measured."""
        yield self._scan()
        yield from self._pages()
        yield self._comments()
        yield self._memory()
        if arguments.export:
            yield self._real(arguments.export, arguments.media)
        yield self._visitors()

    def _size(self, number):
        return max(20, round(number * self.scale))

    def _write(self, name, *arguments):
        return write_export(self.folder / name, *arguments)

    def _checkouts(self):
        """Yield a new, empty site on each kind of database."""
        self.number += 1
        yield self._sqlite.clone(self.folder / f"sqlite-{self.number}")
        if self.postgresql:
            if self.number == 1:
                self._make_template()
            name = f"site_{self.number}"
            url = self.postgresql.create_database(name, "empty")
            folder = self.folder / f"postgresql-{self.number}"
            yield self._sqlite.clone(folder, DATABASE_URL=url)

    @cached_property
    def _sqlite(self):
        checkout = copy_working_tree(self.folder / "empty")
        (checkout.folder / "var").mkdir()
        return migrate(checkout)

    def _make_template(self):
        url = self.postgresql.create_database("empty")
        migrate(self._sqlite.with_env(DATABASE_URL=url))

    def _scan(self):
        path = self._write("scan.xml", self._size(20_000), 24)
        found = self._sqlite.measure("imports", "scan", path)
        rate = path.stat().st_size / MEGABYTE / found["seconds"]
        return "scan", f"{rate:.0f} MB/s", "", "≥ 40 MB/s"

    def _pages(self):
        path = self._write("pages.xml", self._size(2_000))
        rates, again, writes = [], [], []
        for checkout in self._checkouts():
            found = checkout.measure("imports", "import", path)
            rates.append(f"{found['items'] / found['seconds']:.0f}/s")
            found = checkout.measure("imports", "import", path)
            again.append(f"{found['items'] / found['seconds']:.0f}/s")
            writes.append(str(found["writes"]))
        yield self._row("pages with revision and indexes", rates, "≥ 100/s")
        yield self._row("re-run of an unchanged export, items", again, "≥ 5,000/s")
        yield self._row("rows written by a re-run", writes, "0")

    def _comments(self):
        posts = self._size(300)
        with_comments = self._write("comments.xml", posts, 1, 100)
        without = self._write("no-comments.xml", posts, 1)
        rates = []
        for checkout in self._checkouts():
            found = checkout.measure("imports", "import", without)
            base = found["seconds"]
            found = checkout.measure("imports", "import", with_comments)
            seconds = max(0.01, found["seconds"] - min(base, found["seconds"]) / 2)
            rates.append(f"{found['comments'] / seconds:,.0f}/s")
        return self._row("comments", rates, "≥ 3,000/s")

    def _memory(self):
        path = self._write("large.xml", self._size(10_000), 130, 5)
        size = path.stat().st_size / MEGABYTE
        found = [c.measure("imports", "import", path) for c in self._checkouts()]
        mib = [f"{each['mib']:.0f} MiB" for each in found]
        return self._row(f"peak memory, {size:.0f} MB", mib, "≤ 300 MiB")

    def _real(self, export, media):
        found = [
            checkout.measure("imports", "import", Path(export).resolve(), media)
            for checkout in self._checkouts()
        ]
        seconds = [f"{each['seconds']:.1f} s" for each in found]
        return self._row(f"{Path(export).name} with media", seconds, "≤ 10 s")

    def _visitors(self):
        path = self._write("visitors.xml", self._size(10_000))
        checkout = copy_working_tree(self.folder / "visitors").load()
        with checkout.start() as server:
            before = p95(visit(server, lambda: False, seconds=15))
            done = threading.Event()
            thread = threading.Thread(target=self._import, args=(checkout, path, done))
            thread.start()
            during = p95(visit(server, done.is_set))
            thread.join()
        text = f"{before:.0f} → {during:.0f} ms ({during / before:.1f} ×)"
        return "visitors’ p95 during an import", text, "", "≤ 2 ×"

    def _import(self, checkout, path, done):
        try:
            # As the background work of the admin starts it: with a low priority.
            command = ["-c", f"import os; os.nice(10); import sys; {RUN}", path]
            checkout.python(*command)
        finally:
            done.set()

    def _row(self, name, values, goal):
        return name, *(values + [""] * (2 - len(values))), goal


def migrate(checkout):
    checkout.python("manage.py", "migrate", "--verbosity=0")
    return checkout


RUN = (
    "sys.argv[0] = 'imports'; from benchmarks.measure.imports import main; "
    "main('import', sys.argv[1])"
)


def visit(server, is_over, seconds=None):
    """Request pages in turn until it is over; return the milliseconds of each."""
    times, number, began = [], 0, time.monotonic()
    while not is_over() and (seconds is None or time.monotonic() - began < seconds):
        start = time.monotonic()
        url = server.url + PAGES[number % len(PAGES)]
        with urllib.request.urlopen(url) as response:  # noqa: S310
            response.read()
        times.append((time.monotonic() - start) * 1000)
        number += 1
        time.sleep(PAUSE)
    return times


def p95(times):
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    main()
