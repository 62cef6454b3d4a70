"""Settings for development: full error pages, no secrets."""

from .base import *  # noqa: F403

DEBUG = True
SECRET_KEY = "for-development-only"
ALLOWED_HOSTS = ["*"]
PAGE_CACHE = None  # templates change without an invalidation
