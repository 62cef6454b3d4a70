"""The cache key of a request."""

import re
from urllib.parse import parse_qsl, urlencode

from django.conf import settings

# Parameters that ads and newsletters append and no page reads.
TRACKING = re.compile(
    r"utm_\w+|gclid|gbraid|wbraid|gad_\w+|dclid|fbclid|msclkid|yclid|ttclid|twclid|"
    r"igshid|mc_[ce]id|_hs\w+|__hs\w+|vero_id|ref_src|_ga|_gl|srsltid"
)
MAX_LENGTH = 300


def cache_key(request):
    """Return the cache key of `request`, None if its response is never cached.

    Removes tracking parameters from the query string of a request that has a key.
    """
    meta = request.META
    if request.method not in {"GET", "HEAD"} or "HTTP_AUTHORIZATION" in meta:
        return None
    if not is_public(request):
        return None
    query = meta.get("QUERY_STRING", "")
    if query:
        query = _allowed_query(query)
        if query is None:
            return None
    host = meta.get("HTTP_HOST", "").lower()
    key = f"{request.scheme}://{host}{request.path}?{query}"
    if len(key) > MAX_LENGTH:
        return None
    meta["QUERY_STRING"] = query
    return key


def is_public(request):
    """Return whether an anonymous visitor requests a URL that may be a page."""
    # Not request.headers, which is slow to build, as this runs for every request.
    meta = request.META
    if f"{settings.SESSION_COOKIE_NAME}=" in meta.get("HTTP_COOKIE", ""):
        return False
    return not request.path_info.startswith(settings.PAGE_CACHE_NEVER)


def _allowed_query(query):
    """Return `query` sorted and without tracking, None if a parameter is unknown."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=30)
    except ValueError:
        return None
    allowed = {}
    for name, value in pairs:
        if TRACKING.fullmatch(name):
            continue
        if name in allowed or name not in settings.PAGE_CACHE_PARAMETERS:
            return None
        allowed[name] = value
    return urlencode(sorted(allowed.items()))
