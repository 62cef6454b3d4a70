"""Checkouts of the site, so that a benchmark leaves the working tree alone."""

import io
import json
import os
import secrets
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass, replace
from pathlib import Path

from .servers import ROOT, Server, free_port

YARDSTICK = "4164cf5"  # the commit that ratios "of before" compare with
SQLITE = "sqlite:///var/db.sqlite3"  # in each checkout
SLUG = "runners-knee"
ARTICLE, INDEX, SERVICE = f"/blog/{SLUG}/", "/blog/", "/services/knee-pain/"


@dataclass(frozen=True)
class Checkout:
    """The code in `folder`, with a `var` folder and a database of its own."""

    folder: Path
    env: dict
    grow: tuple = ("-m", "benchmarks.grow")

    def with_env(self, **changes):
        """Return the same checkout with other environment variables."""
        return replace(self, env=self.env | changes)

    def clone(self, folder, **env):
        """Copy the checkout with its `var` folder, which may hold the database."""
        shutil.copytree(self.folder, folder)
        return replace(self, folder=folder, env=self.env | env)

    def python(self, *arguments):
        """Run Python in the checkout and return its output."""
        return subprocess.run(  # noqa: S603 - nothing comes from outside
            [sys.executable, *map(str, arguments)],
            check=True,
            stdout=subprocess.PIPE,
            env=os.environ | self.env,
            cwd=self.folder,
            text=True,
        ).stdout

    def load(self):
        """Collect the static files, create the tables and load the demo content."""
        commands = [["collectstatic", "--no-input"], ["migrate"], ["load_demo"]]
        if (self.folder / "boulder_therapeutics/images").is_dir():
            # The yardstick encodes images when it loads the demo content.
            commands.append(["encode_images"])
        for command in commands:
            self.python("manage.py", *command, "--verbosity=0")
        return self

    def measure(self, script, *arguments):
        """Return the figures that a script of `benchmarks.measure` prints."""
        return json.loads(self.python("-m", f"benchmarks.measure.{script}", *arguments))

    def start(self, *options, path=ARTICLE):
        """Serve the site as in production; return once it serves `path`."""
        command = [sys.executable, "manage.py", "serve", *options]
        return Server(command, int(self.env["PORT"]), path, self.env, self.folder)


def copy_working_tree(folder, **env):
    """Copy the code as it is now, committed or not."""
    ignored = shutil.ignore_patterns(".*", "var", "__pycache__")
    shutil.copytree(ROOT, folder, ignore=ignored)
    return Checkout(folder, _environment(**env))


def export_yardstick(folder, **env):
    """Export the yardstick with today's benchmarks; None if git lacks the commit."""
    command = ["git", "-C", str(ROOT), "archive", YARDSTICK]
    try:
        archive = subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(folder, filter="data")
    shutil.copytree(ROOT / "benchmarks", folder / "benchmarks")
    return Checkout(folder, _environment(**env), grow=("manage.py", "grow", "-v0"))


def _environment(**env):
    port = free_port()
    return {
        "DJANGO_SETTINGS_MODULE": "boulder_therapeutics.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": SQLITE,
        "EMAIL_URL": "dummymail://",
        "FRONT_CACHE_URL": "",
        "REDIS_URL": "",
        "TRUSTED_PROXIES": "1",
        "DEMO_PASSWORD": secrets.token_urlsafe(9),
        **env,
    }
