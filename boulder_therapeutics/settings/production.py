"""Settings for the public site and `make run`; secrets come from the environment."""

from .base import *  # noqa: F403
from .base import SITE_IS_SECURE, STORAGES, TRUSTED_PROXIES
from .environment import read_secret

DEBUG = False
SECRET_KEY = read_secret("SECRET_KEY")

STORAGES["staticfiles"] = {
    "BACKEND": "boulder_therapeutics.operations.static_files.storage.BundlingStorage"
}
# Nothing requests the other names; half the files take half the time to compress.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STYLESHEET_IN_PAGE = True  # why: docs/decisions/0010-stylesheet.md

SECURE_SSL_REDIRECT = SITE_IS_SECURE
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 31_536_000 if SITE_IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SITE_IS_SECURE
# HSTS preloading is for the owner of the domain to decide: it is hard to undo.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_IS_SECURE
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
