"""For the public site and `make run`: everything secret comes from outside."""

from .base import *  # noqa: F403
from .base import SITE_IS_SECURE, STORAGES, TRUSTED_PROXIES
from .environment import read_secret

DEBUG = False
SECRET_KEY = read_secret("SECRET_KEY")

STORAGES["staticfiles"] = {
    "BACKEND": "boulder_therapeutics.operations.static_files.storage.BundlingStorage"
}
# Nothing asks for the other names, and half the files are compressed in half the time.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STYLESHEET_IN_PAGE = True  # why: docs/decisions/0010-stylesheet.md

SECURE_SSL_REDIRECT = SITE_IS_SECURE
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 31_536_000 if SITE_IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SITE_IS_SECURE
# The list of browsers is for the owner of the domain to join: it is hard to leave.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_IS_SECURE
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
