"""CSRF protection by the origin of a request, for cached forms without a token.

The algorithm of Go's net/http.CrossOriginProtection: current browsers send
Sec-Fetch-Site, older ones send Origin, and a program that sends neither has no cookies
of a user.
"""

from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST


def is_same_origin(request):
    """Return whether the request comes from a page of this site, or from no page."""
    if fetch_site := request.headers.get("Sec-Fetch-Site"):
        return fetch_site in {"same-origin", "none"}
    if origin := request.headers.get("Origin"):
        return urlsplit(origin).netloc == request.get_host()
    return True


def has_session(request):
    """Return whether the request has a session cookie, as only those of staff do."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def same_origin_required(view):
    """Decorate `view` to accept only POST requests from this site.

    The response to any other method is 405, and 403 to another site. A request with a
    session has more permissions, so it needs Django's CSRF token as well.
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
