"""Imports that are killed, as by a power cut, and started again."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.wordpress.conftest import attachment, comment, item, png

ROOT = Path(__file__).resolve().parents[2]
KILLS = 10
CLOCKS = {"wordpress_importrun", "sqlite_sequence", "django_migrations"}
# Its rows come from a set, so that their ids differ.
UNORDERED = {"wagtailcore_referenceindex"}
# Only the present time has microseconds.
CLOCK = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}'")
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
# What an import writes, to tell how far it is.
STEPS = (
    "SELECT (SELECT COUNT(*) FROM wordpress_importeditem)"
    " + (SELECT COUNT(*) FROM wagtailcore_revision)"
)


class Machine:
    """A site of its own, in which the command runs as a process."""

    def __init__(self, folder, template=None):
        self.folder, self.database = folder, folder / "db.sqlite3"
        folder.mkdir()
        if template:
            shutil.copy(template.database, self.database)

    def start(self, *arguments):
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "boulder_therapeutics.settings.dev",
            "DATABASE_URL": f"sqlite:///{self.database}",
            "MEDIA_ROOT": str(self.folder / "media"),
        }
        command = [sys.executable, "manage.py", *map(str, arguments)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen(command, cwd=ROOT, env=environment, **quiet)

    def call(self, *arguments):
        assert self.start(*arguments).wait(300) == 0

    def steps(self):
        with closing(sqlite3.connect(self.database, timeout=60)) as connection:
            return connection.execute(STEPS).fetchone()[0]

    def kill_at(self, step, *arguments):
        """Start the command; return whether it was killed after this many steps."""
        process = self.start(*arguments)
        while process.poll() is None and self.steps() < step:
            time.sleep(0.01)  # leaves the processor to the import
        process.send_signal(signal.SIGKILL)
        return process.wait(60) == -signal.SIGKILL

    def content(self):
        """Return the rows of all tables without clocks, and all files."""
        with closing(sqlite3.connect(self.database)) as connection:
            names = {name for (name,) in connection.execute(TABLES)} - CLOCKS
            rows = {
                name: sorted(
                    CLOCK.sub("now", repr(row[name in UNORDERED :]))
                    for row in connection.execute(f"SELECT * FROM {name}")
                )
                for name in names
            }
        files = (self.folder / "media").rglob("*.*")
        return rows | {f.name: f.read_bytes() for f in files}


@pytest.fixture
def empty(django_db_setup, tmp_path):
    """A site after the migrations."""
    machine = Machine(tmp_path / "empty")
    if django_db_setup:
        shutil.copy(django_db_setup, machine.database)
    else:
        machine.call("migrate", "--verbosity=0")
    return machine


def test_killed_ten_times_gives_the_same_site_as_one_undisturbed_run(
    empty, tmp_path, write, uploads
):
    (uploads / "2020/03/hip.png").write_bytes(png("blue"))
    posts = [
        item(
            n,
            extra=comment(n) + comment(n + 50, parent=n),
            meta=[("_thumbnail_id", 30)],
        )
        for n in range(1, 9)
    ]
    pages = [item(n, wp__post_type="page", wp__post_parent=n - 1) for n in (20, 21)]
    pictures = [attachment(30), attachment(31, "2020/03/hip.png")]
    (path,) = write(*posts, *pages, *pictures).paths
    command = ["import_wordpress", path, "--media-dir", uploads, "--batch", 1]
    calm = Machine(tmp_path / "calm", empty)
    calm.call(*command)
    total, first = calm.steps(), empty.steps()
    rough = Machine(tmp_path / "rough", empty)
    moments = [first + n * (total - first) // (KILLS + 1) for n in range(1, KILLS + 1)]
    assert all(rough.kill_at(moment, *command) for moment in moments)
    rough.call(*command)
    found, expected = rough.content(), calm.content()
    assert found.keys() == expected.keys()
    assert {name for name in found if found[name] != expected[name]} == set()
