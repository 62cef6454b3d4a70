"""Settings for tests: fast, without network, and all files are temporary."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import DATABASES

SECRET_KEY = "for-tests-only"
SITE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
BACKGROUND_WORK = []
PAGE_CACHE = None  # except in its own tests
EMAIL_BACKEND = MAIL_SERVER_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
MEDIA_ROOT = tempfile.mkdtemp(prefix="media-")
IMPORT_FOLDER = Path(tempfile.mkdtemp(prefix="imports-"))
EXPORT_FOLDER = Path(tempfile.mkdtemp(prefix="exports-"))
WHITENOISE_AUTOREFRESH = True
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, as in production: threads cannot wait for locks of a database in memory.
    DATABASES["default"]["TEST"] = {"NAME": f"{tempfile.mkdtemp(prefix='db-')}/db"}
