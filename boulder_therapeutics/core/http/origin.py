"""Forms without a token: what counts is where a request comes from.

The algorithm is that of Go's net/http CrossOriginProtection: every current browser
sends Sec-Fetch-Site, older ones send Origin, and a program that sends neither carries
nobody's authority.
"""

from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST


def is_same_origin(request):
    """Tell whether a page of this site, or no page at all, made the request."""
    if fetch_site := request.headers.get("Sec-Fetch-Site"):
        return fetch_site in {"same-origin", "none"}
    if origin := request.headers.get("Origin"):
        return urlsplit(origin).netloc == request.get_host()
    return True


def has_session(request):
    """Tell whether the request names a session, as only those of staff do."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def same_origin_required(view):
    """Let only POST requests from this site through to `view`.

    Answers 405 to another method and 403 to another site. A request with a session
    could do more than a visitor's, so it has to carry Django's token as well.
    """

    @wraps(view)
    def checked(request, *args, **kwargs):
        if not is_same_origin(request):
            return render(request, "403.html", status=403)
        if has_session(request):
            refusal = CsrfViewMiddleware(view).process_view(request, view, (), {})
            if refusal:
                return refusal
        return view(request, *args, **kwargs)

    return csrf_exempt(require_POST(checked))
