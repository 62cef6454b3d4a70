"""Reading of environment variables; errors are one line with the variable's name."""

import os
import re
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from environ import Env

from django.core.exceptions import ImproperlyConfigured

# Nothing waits for longer; `manage.py migrate` removes the limit of a statement.
POSTGRESQL_LIMITS = {
    "connect_timeout": 4,  # seconds
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 4000,  # milliseconds
    "options": "-c statement_timeout=4s -c lock_timeout=4s "
    # The locks of a client that is gone.
    "-c idle_in_transaction_session_timeout=30s",
}
HOST = re.compile(r"\*|\.?[\w-]+(\.[\w-]+)*|\[[0-9a-fA-F:]+\]")


def read(name, default, should_be, parse=str):
    """Return the value of variable `name`, or its default, converted by `parse`.

    An empty variable counts as not set. Raises ImproperlyConfigured with the
    description `should_be` if `parse` rejects the value.
    """
    try:
        return parse(os.environ.get(name, "").strip() or default)
    except (ValueError, KeyError, TypeError, ImproperlyConfigured):
        raise ImproperlyConfigured(f"{name} must be {should_be}.") from None


def read_secret(name, least=50):
    """Return variable `name`, which must be long and hard to guess."""
    should_be = f"a random text of {least} characters or more"
    if not os.environ.get(name):
        raise ImproperlyConfigured(f"{name} is missing: it must be {should_be}.")

    def parse(text):
        # The limits of Django's check security.W009.
        return _accept(text, len(text) >= least and len(set(text)) >= 5)

    return read(name, "", should_be, parse)


def read_number(name, default, least=0, most=None):
    """Return a whole number between `least` and `most`."""
    limit = f"from {least} to {most}" if most else f"of {least} or more"

    def parse(text):
        number = int(text)
        return _accept(number, least <= number <= (most or number))

    return read(name, default, f"a whole number {limit}, like {default}", parse)


def read_url(name, default, schemes, should_be, path=""):
    """Return a URL, split, or None if the variable is not set.

    It must have one of the `schemes`, a host, and a path that matches `path`.
    """

    def parse(text):
        url = urlsplit(text.rstrip("/"))
        _ = url.port  # raises ValueError if invalid
        _accept(url, url.scheme in schemes and HOST.fullmatch(url.hostname))
        return _accept(url, re.fullmatch(path, url.path) and not url.query)

    return read(name, default, should_be, lambda text: parse(text) if text else None)


def read_site_url(name, default):
    """Return the public URL of the site, split: scheme, host and optional port."""
    should_be = "the public URL of the site, like https://www.example.com"
    return read_url(name, default, {"http", "https"}, should_be)


def read_hosts(name, default):
    """Return a list of host names."""

    def parse(text):
        hosts = [host.strip() for host in text.split(",")]
        return _accept(hosts, all(map(HOST.fullmatch, hosts)))

    return read(name, default, "host names separated by commas", parse)


def read_mail_address(name, default):
    """Return an email address, with an optional name before it, or "" for none."""

    def parse(text):
        if not text:
            return text
        return _accept(text, re.fullmatch(r"[^@\s]+@[^@\s]+", parseaddr(text)[1]))

    should_be = "an email address, like Clinic <noreply@example.com>"
    return read(name, default, should_be, parse)


def read_mail_server(name, default):
    """Return Django's settings for sending mail."""

    def parse(text):
        url = urlsplit(text)
        _accept(text, url.hostname or not url.scheme.startswith("smtp"))
        return Env.email_url_config(text)

    should_be = "smtp+tls://user:password@host:587 or consolemail://"
    return read(name, default, should_be, parse)


def read_database(name, default, base_dir):
    """Return Django's database settings; SQLite paths are relative to `base_dir`."""

    def parse(text):
        url = urlsplit(text)
        _accept(url, url.path.strip("/") and url.port != 0)
        if url.scheme == "sqlite":
            return _sqlite(Path(base_dir) / url.path[1:])
        _accept(url, url.scheme in {"postgres", "postgresql"})
        return _postgresql(Env.db_url_config(text))

    should_be = "sqlite:///path or postgres://user:password@host/name"
    return read(name, default, should_be, parse)


def _sqlite(path):
    """Return the settings for a SQLite file that several processes write to."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # A transaction cannot wait for the write lock after it has read, but it
            # can at its beginning.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;"
                "PRAGMA synchronous=FULL;"
                # Deleted texts must not remain in unused parts of the file.
                "PRAGMA secure_delete=ON;"
                "PRAGMA cache_size=-16000;"
            ),
        },
    }


def _postgresql(database):
    """Return the settings for a server that may restart or not respond."""
    return database | {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": POSTGRESQL_LIMITS | database.get("OPTIONS", {}),
    }


def _accept(value, condition):
    if not condition:
        raise ValueError(value)
    return value
