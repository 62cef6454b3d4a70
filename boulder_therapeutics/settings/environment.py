"""Read the environment, so that a bad value is one line naming the variable."""

import os
import re
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from environ import Env

from django.core.exceptions import ImproperlyConfigured

HOST = re.compile(r"\*|\.?[\w-]+(\.[\w-]+)*|\[[0-9a-fA-F:]+\]")


def read(name, default, should_be, parse=str):
    """Return variable `name`, or its default, as `parse` makes it.

    An empty variable counts as not set. Raise ImproperlyConfigured, saying what the
    variable `should_be`, when `parse` refuses the value.
    """
    try:
        return parse(os.environ.get(name, "").strip() or default)
    except (ValueError, KeyError, TypeError, ImproperlyConfigured):
        raise ImproperlyConfigured(f"{name} must be {should_be}.") from None


def read_secret(name, least=50):
    """Return variable `name`, which has to be long and hard to guess."""
    should_be = f"a random text of {least} characters or more"
    if not os.environ.get(name):
        raise ImproperlyConfigured(f"{name} is missing: it must be {should_be}.")

    def parse(text):
        # Same bounds as the check security.W009 of Django.
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
    """Return an address, split, or None when there is none.

    It has one of the `schemes`, a host, and after that only what `path` matches.
    """

    def parse(text):
        url = urlsplit(text.rstrip("/"))
        _ = url.port  # raises ValueError when it is no port
        _accept(url, url.scheme in schemes and HOST.fullmatch(url.hostname))
        return _accept(url, re.fullmatch(path, url.path) and not url.query)

    return read(name, default, should_be, lambda text: parse(text) if text else None)


def read_site_url(name, default):
    """Return the public address of the site, split: scheme, host and perhaps port."""
    should_be = "the public address of the site, like https://www.example.com"
    return read_url(name, default, {"http", "https"}, should_be)


def read_hosts(name, default):
    """Return a list of host names."""

    def parse(text):
        hosts = [host.strip() for host in text.split(",")]
        return _accept(hosts, all(map(HOST.fullmatch, hosts)))

    return read(name, default, "host names with commas between them", parse)


def read_mail_address(name, default):
    """Return an email address, perhaps with a name before it."""

    def parse(text):
        return _accept(text, re.fullmatch(r"[^@\s]+@[^@\s]+", parseaddr(text)[1]))

    should_be = "an email address, like Clinic <noreply@example.com>"
    return read(name, default, should_be, parse)


def read_mail_server(name, default):
    """Return Django's settings for the way mail is sent."""

    def parse(text):
        url = urlsplit(text)
        _accept(text, url.hostname or not url.scheme.startswith("smtp"))
        return Env.email_url_config(text)

    should_be = "smtp+tls://user:password@host:587 or consolemail://"
    return read(name, default, should_be, parse)


def read_database(name, default, base_dir):
    """Return Django's settings for a database; SQLite paths start at `base_dir`."""

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
    """Settings for a SQLite file that several processes write to."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # A transaction that turns from reading to writing cannot wait for the
            # lock; one that asks for it at once can.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;"
                "PRAGMA synchronous=FULL;"
                "PRAGMA cache_size=-16000;"
            ),
        },
    }


def _postgresql(database):
    """Settings for a server that may go away and come back."""
    return database | {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5} | database.get("OPTIONS", {}),
    }


def _accept(value, condition):
    if not condition:
        raise ValueError(value)
    return value
