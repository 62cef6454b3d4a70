"""Where the URLs of an old sitemap lead now."""

import re
from html import unescape
from urllib.parse import urlsplit

from django.http import QueryDict

from ..old_urls.find import find_query, land

LOCATION = re.compile(r"<loc>\s*(.*?)\s*</loc>", re.S)
MAX_URLS = 50_000


def land_all(text):
    """Return [old URL, new URL or ""] for a sitemap, or a list of URLs by line."""
    urls = [unescape(url) for url in LOCATION.findall(text)]
    urls = urls or [line.strip() for line in text.splitlines() if line.strip()]
    return [[url, land_url(url) or ""] for url in urls[:MAX_URLS]]


def land_url(url):
    """Return where a URL leads now, or None for a 404."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.path in {"", "/"}:
        return (find_query(QueryDict(parts.query)) if parts.query else "/") or None
    return land(parts.path)
