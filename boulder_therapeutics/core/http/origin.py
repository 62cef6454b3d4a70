"""Forms of public pages, which are cached whole and so have no CSRF token.

The origin of a request stands in for the token, for visitors and for logged-in staff,
with the algorithm of Go's net/http.CrossOriginProtection: current browsers send
Sec-Fetch-Site, older ones send Origin, and a program that sends neither has no cookies
of a user.
"""

from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .refusals import OUTAGES, UNREADABLE, URL_ENCODED, is_large, refuse

# Some mail programs that unsubscribe with one click send no type.
FORM_TYPES = {URL_ENCODED, "multipart/form-data", ""}
MAX_FIELDS = 100


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
    """Decorate `view` to accept only POST requests with a form of this site.

    See `accept_form`; the response to any other method is 405.
    """
    return require_POST(accept_form(view))


def accept_form(view):
    """Decorate `view` to accept POST requests only if they hold a form of this site.

    What is refused (400, 403, 413), and a form that cannot be saved because the
    database is unavailable (503), is shown again with its text.
    """

    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        # That of the pages; others can decode to what cannot be stored or shown.
        request.encoding = "utf-8"
        if not is_same_origin(request):
            return refuse(request, 403)
        try:
            check_form(request)
            return view(request, *args, **kwargs)
        except RequestDataTooBig:
            return refuse(request, 413)
        except UNREADABLE:
            return refuse(request, 400)
        except OUTAGES:
            return refuse(request, 503)

    return csrf_exempt(checked)


def check_form(request):
    """Raise BadRequest, or another of UNREADABLE, for what no form of a page sends."""
    if request.content_type not in FORM_TYPES:
        raise BadRequest("The request is not a form.")
    if is_large(request):
        raise RequestDataTooBig("The form is too large.")
    if sum(len(values) for _, values in request.POST.lists()) > MAX_FIELDS:
        raise BadRequest("The form has too many fields.")
