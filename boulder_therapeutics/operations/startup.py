"""Prepare everything that serving the site needs."""

import os
import socket
import subprocess
import sys

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import CommandError, call_command
from django.db import OperationalError

from wagtail.models import Page

from boulder_therapeutics.pagecache import invalidate_all

from .health import migrations_are_applied
from .limits.locks import file_lock, one_at_a_time
from .site import is_untouched, sync_default_site
from .static_files.storage import are_stale

HOME_PAGE_DEPTH = 2


def claim_port(host, port):
    """Fail early, with a one-line error, if another server uses the port."""
    if "GUNICORN_FD" in os.environ:  # the socket of the server that this one replaces
        return
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        raise CommandError(
            f"Port {port} of {host} is in use: {os.strerror(error.errno)}. "
            "Choose another one with PORT=, like PORT=8001."
        ) from error


def prepare(say, with_demo=False):
    """Bring static files, database and content up to date; `say` which steps run."""
    try:
        # Other servers with this database may be starting, too.
        with one_at_a_time("start"):
            _collect_static_files(say)
            _prepare_database(say, with_demo)
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise CommandError(f"DATABASE_URL cannot be reached: {reason}") from error
    # Pages may have been cached with other templates.
    invalidate_all()


def call_in_process(*arguments):
    """Run a management command in a process of its own.

    The memory that it needs would otherwise stay with the web processes.
    """
    command = [sys.executable, settings.BASE_DIR / "manage.py", *arguments]
    subprocess.run(command, check=True)  # noqa: S603 - nothing here comes from outside


def login():
    """Return how to log in."""
    if "DEMO_PASSWORD" in os.environ:
        return "admin, editor or moderator, with DEMO_PASSWORD"
    password = settings.VAR_DIR / "demo-password"
    if password.exists():
        return f"admin, editor or moderator, with {password.read_text().strip()}"
    return "create an account with: manage.py createsuperuser"


def _collect_static_files(say):
    # Servers with other databases may share the folder.
    with file_lock(settings.VAR_DIR / "locks" / "static"):
        if are_stale():
            say("Collecting the static files …")
            call_command("collectstatic", interactive=False, verbosity=0)
        staticfiles_storage.reload_manifest()


def _prepare_database(say, with_demo):
    if not migrations_are_applied():
        say("Bringing the database up to date …")
        call_in_process("migrate", "--no-input", "--verbosity=0")
    sync_default_site()
    if is_untouched():
        _create_content(say, with_demo)


def _create_content(say, with_demo):
    """Load the demo content, or create the empty sections of a new site."""
    if with_demo:
        say("Loading the demo content …")
        call_in_process("load_demo")
        # So that the first visitors do not wait for, or compete with, encoding.
        call_in_process("encode_images")
    elif not Page.objects.filter(depth__gt=HOME_PAGE_DEPTH).exists():
        say("Creating the first pages …")
        call_in_process("create_pages")
