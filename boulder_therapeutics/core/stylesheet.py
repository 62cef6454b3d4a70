"""The stylesheet inside of the page, so that nothing has to be waited for."""

import base64
import hashlib
from functools import cache

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

STYLESHEET = "css/site.css"


def render_stylesheet():
    """Return the element that styles a page: the styles themselves, or a link."""
    if settings.STYLESHEET_IN_PAGE:
        return format_html("<style>{}</style>", mark_safe(read_stylesheet()))  # noqa: S308
    return format_html('<link rel="stylesheet" href="{}">', static(STYLESHEET))


@cache
def read_stylesheet():
    """Return the collected stylesheet, its addresses no longer relative to its own."""
    name = staticfiles_storage.stored_name(STYLESHEET)
    with staticfiles_storage.open(name) as file:
        return file.read().decode().replace("../", settings.STATIC_URL)


@cache
def stylesheet_source():
    """Return what the content security policy has to allow for these styles."""
    digest = hashlib.sha256(read_stylesheet().encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
