"""For work on the project: errors are shown in full, nothing is secret."""

from .base import *  # noqa: F403

DEBUG = True
SECRET_KEY = "for-development-only"
ALLOWED_HOSTS = ["*"]
PAGE_CACHE = None  # templates change without anybody purging
