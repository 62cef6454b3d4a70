"""Settings that all environments share, without secrets."""

from pathlib import Path

from .environment import (
    read,
    read_database,
    read_hosts,
    read_mail_address,
    read_mail_server,
    read_number,
    read_site_url,
    read_url,
)
from .policies import PERMISSIONS_POLICY as PERMISSIONS_POLICY
from .policies import admin_policy, public_policy
from .storage import read_storage

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = BASE_DIR / "var"

PORT = read_number("PORT", 8000, least=1, most=65535)
WEB_CONCURRENCY = read_number("WEB_CONCURRENCY", 2, least=1)
WEB_THREADS = read_number("WEB_THREADS", 4, least=1)

site = read_site_url("SITE_URL", f"http://127.0.0.1:{PORT}")
SITE_URL = site.geturl()
SITE_IS_SECURE = site.scheme == "https"
ALLOWED_HOSTS = read_hosts("ALLOWED_HOSTS", f"{site.hostname},localhost,127.0.0.1")
# The number of proxies whose X-Forwarded-For entries are trusted.
TRUSTED_PROXIES = read_number("TRUSTED_PROXIES", 0)

INSTALLED_APPS = [
    "boulder_therapeutics.core",
    "boulder_therapeutics.images",
    "boulder_therapeutics.mail",
    "boulder_therapeutics.operations",
    "boulder_therapeutics.search",
    "boulder_therapeutics.seo",
    "blog",
    "blog.comments",
    "blog.wordpress",
    "services",
    "boulder_therapeutics.transfer",
    "boulder_therapeutics.demo",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.locales",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

# Those that add headers to any response, also to that of BUSY_VIEW.
HEADER_MIDDLEWARE = [
    "boulder_therapeutics.core.http.middleware.ContentSecurityPolicyMiddleware",
    "boulder_therapeutics.core.http.middleware.ResourcePolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
]
MIDDLEWARE = [
    "boulder_therapeutics.pagecache.middleware.PageCacheMiddleware",
    "boulder_therapeutics.core.http.middleware.LanguageMiddleware",
    *HEADER_MIDDLEWARE,
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "boulder_therapeutics.operations.health.HealthMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "boulder_therapeutics.core.http.middleware.SignedOutMiddleware",
    "blog.wordpress.old_urls.middleware.OldUrlMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "boulder_therapeutics.urls"
WSGI_APPLICATION = "boulder_therapeutics.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "boulder_therapeutics.core.context_processors.clinic",
            ],
        },
    },
]

# Finds templates/django/forms/field.html before the one of Django.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": read_database("DATABASE_URL", "sqlite:///var/db.sqlite3", BASE_DIR)
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

redis = read_url(
    "REDIS_URL", "", {"redis", "rediss"}, "redis://host:6379/0", path=r"(/\d+)?"
)
if redis:
    CACHES = {
        "default": {
            "BACKEND": "boulder_therapeutics.operations.redis_cache.RedisCache",
            "LOCATION": redis.geturl(),
            # No request should wait long for a Redis that is down.
            "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.3},
        }
    }
else:
    # Files, because all processes of the machine can read them.
    CACHES = {
        "default": {
            "BACKEND": "boulder_therapeutics.operations.file_cache.FileCache",
            "LOCATION": VAR_DIR / "cache",
            # Otherwise wrong logins with many names would evict those of one.
            "OPTIONS": {"MAX_ENTRIES": 10_000},
        },
        # There are more than this cache can hold, and a query is faster.
        "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    }

# A Redis URL or a folder; None disables the page cache.
PAGE_CACHE = redis.geturl() if redis else VAR_DIR / "cache" / "pages"
PAGE_CACHE_PARAMETERS = {"comments", "order", "p", "page", "service"}
PAGE_CACHE_NEVER = ("/admin/", "/documents/", "/health/", "/media/", "/static/")

LANGUAGE_CODE = "en"  # its URLs have no prefix
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "boulder_therapeutics.formats"
TIME_ZONE = "America/Denver"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
STYLESHEET_IN_PAGE = False  # linked, so that a change shows without collecting
MEDIA_URL = "/media/"
MEDIA_ROOT = read("MEDIA_ROOT", VAR_DIR / "media", "a folder", Path)
media_storage, media_origin = read_storage()
STORAGES = {
    "default": media_storage,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

mail_server = read_mail_server("EMAIL_URL", "consolemail://")
vars().update(mail_server)
# Every mail goes through the outbox, which sends it with the other one.
EMAIL_BACKEND = "boulder_therapeutics.mail.backend.OutboxBackend"
MAIL_SERVER_BACKEND = mail_server["EMAIL_BACKEND"]
EMAIL_TIMEOUT = 10
# Threads of the web processes; see docs/decisions/0008-background-work.md.
BACKGROUND_WORK = [
    "boulder_therapeutics.mail.outbox.sender",
    "boulder_therapeutics.operations.scheduler.clock",
    "boulder_therapeutics.images.encoding.encoder",
    "boulder_therapeutics.seo.background.card_drawer",
    "blog.comments.moderation.background.worker",
    "blog.wordpress.background.worker",
    "boulder_therapeutics.transfer.background.worker",
]
# Exports to import, uploaded or put there; not served to anybody.
IMPORT_FOLDER = VAR_DIR / "imports"
# Exports that administrators can download.
EXPORT_FOLDER = VAR_DIR / "exports"
# For /.well-known/security.txt, which does not exist without it.
SECURITY_CONTACT = read_mail_address("SECURITY_CONTACT", "")
DEFAULT_FROM_EMAIL = read_mail_address("DEFAULT_FROM_EMAIL", f"noreply@{site.hostname}")

# Enough for the longest article and the longest comment form, in UTF-8.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ["UserAttributeSimilarityValidator", "CommonPasswordValidator"]
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds since the last request
SESSION_SAVE_EVERY_REQUEST = True

# For the admin only: forms of public pages need no token (core/http/origin.py).
CSRF_FAILURE_VIEW = "boulder_therapeutics.core.http.refusals.refuse_token"
# For requests that would wait too long for a database.
BUSY_VIEW = "boulder_therapeutics.core.http.refusals.respond_busy"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"

CONTENT_SECURITY_POLICY = {"DIRECTIVES": public_policy(media_origin)}
ADMIN_CONTENT_SECURITY_POLICY = admin_policy(CONTENT_SECURITY_POLICY["DIRECTIVES"])

WAGTAILADMIN_USER_LOGIN_FORM = "boulder_therapeutics.core.accounts.forms.LoginForm"
WAGTAIL_SITE_NAME = "Boulder Therapeutics"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# No requests to other servers, neither for avatars nor for news of releases.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        **(
            {"SEARCH_CONFIG": "simple"}
            if "postgresql" in DATABASES["default"]["ENGINE"]
            else {}
        ),
    }
}
WAGTAILIMAGES_IMAGE_MODEL = "images.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "boulder_therapeutics.images.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_AVIF_QUALITY = 40  # still clean for drawings, and small
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILEMBEDS_FINDERS = []

front_cache = read_url(
    "FRONT_CACHE_URL", "", {"http", "https"}, "a URL like http://varnish:6081"
)
# Without a front cache that is purged, only this site itself may cache pages.
FRONT_CACHE_URL = f"{front_cache.geturl()}/" if front_cache else ""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "filters": {"tokens": {"()": "blog.comments.privacy.log_filter.HideTokens"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["tokens"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
