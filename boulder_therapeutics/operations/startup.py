"""What has to be true before the site is served, made true where it is not."""

import os
import socket

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import OperationalError

from wagtail.models import Page

from boulder_therapeutics.pagecache import invalidate_all

from .health import migrations_are_applied
from .site import sync_default_site
from .static_files.storage import are_stale

HOME_PAGE_DEPTH = 2


def claim_port(host, port):
    """Fail with one line, before any work, when something listens there already."""
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        raise CommandError(
            f"Port {port} of {host} is not free: {os.strerror(error.errno)}. "
            "Choose another one with PORT=, like PORT=8001."
        ) from error


def prepare(say, with_demo=False):
    """Bring static files, database and content up to date; `say` what takes time."""
    if are_stale():
        say("Collecting the static files …")
        call_command("collectstatic", interactive=False, verbosity=0)
    try:
        _prepare_database(say, with_demo)
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise CommandError(f"DATABASE_URL leads nowhere: {reason}") from error
    # Templates may be others than those that the kept pages were made with.
    invalidate_all()


def login():
    """Say how to log in."""
    if "DEMO_PASSWORD" in os.environ:
        return "admin, editor or moderator, with DEMO_PASSWORD"
    password = settings.VAR_DIR / "demo-password"
    if password.exists():
        return f"admin, editor or moderator, with {password.read_text().strip()}"
    return "make an account with: manage.py createsuperuser"


def _prepare_database(say, with_demo):
    if not migrations_are_applied():
        say("Bringing the database up to date …")
        call_command("migrate", interactive=False, verbosity=0)
    sync_default_site()
    if with_demo and not Page.objects.filter(depth__gt=HOME_PAGE_DEPTH).exists():
        say("Loading the demo content …")
        call_command("load_demo", verbosity=0)
