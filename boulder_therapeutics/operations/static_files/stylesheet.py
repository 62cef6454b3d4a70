"""The stylesheets as text, for pages that contain them, and their hashes."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

STYLESHEET, TYPEFACES, TRANSITIONS = STYLESHEETS = (
    "css/site.css",
    "css/fonts.css",
    "css/transitions.css",
)


def read_stylesheet(name):
    """Return a collected stylesheet with URLs that work on every page."""
    return _read(staticfiles_storage.path(staticfiles_storage.stored_name(name)))


@cache
def _read(path):
    # The file never changes, as its name contains the hash of its content.
    text = Path(path).read_text(encoding="utf-8")
    return text.replace("../", settings.STATIC_URL)


def style_hashes():
    """Return the sources of `style-src` that allow the stylesheets inline."""
    return [_hash(read_stylesheet(name)) for name in STYLESHEETS]


def _hash(text):
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest())
    return f"'sha256-{digest.decode()}'"
