"""Under which key the answer to a request is kept, if it may be."""

import re
from urllib.parse import parse_qsl, urlencode

from django.conf import settings

# What advertisers and newsletters append, and no page looks at.
TRACKING = re.compile(
    r"utm_\w+|gclid|gbraid|wbraid|gad_\w+|dclid|fbclid|msclkid|yclid|ttclid|twclid|"
    r"igshid|mc_[ce]id|_hs\w+|__hs\w+|vero_id|ref_src|_ga|_gl|srsltid"
)
LONGEST = 300


def key_of(request):
    """Return the key, or None for what is answered to each visitor anew.

    Takes what tracks people out of the query of a request that has a key.
    """
    meta = request.META
    if request.method not in {"GET", "HEAD"} or "HTTP_AUTHORIZATION" in meta:
        return None
    if not is_public(request):
        return None
    query = meta.get("QUERY_STRING", "")
    if query:
        query = _allowed(query)
        if query is None:
            return None
    host = meta.get("HTTP_HOST", "").lower()
    key = f"{request.scheme}://{host}{request.path}?{query}"
    if len(key) > LONGEST:
        return None
    meta["QUERY_STRING"] = query
    return key


def is_public(request):
    """Tell whether a visitor, not staff, asks for something that may be a page."""
    meta = request.META  # rather than all headers, which take longer
    if f"{settings.SESSION_COOKIE_NAME}=" in meta.get("HTTP_COOKIE", ""):
        return False
    return not request.path_info.startswith(settings.PAGE_CACHE_NEVER)


def _allowed(query):
    """Return the query without what tracks, or None when it holds anything unknown."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=30)
    except ValueError:
        return None
    kept = {}
    for name, value in pairs:
        if TRACKING.fullmatch(name):
            continue
        if name in kept or name not in settings.PAGE_CACHE_PARAMETERS:
            return None
        kept[name] = value
    return urlencode(sorted(kept.items()))
