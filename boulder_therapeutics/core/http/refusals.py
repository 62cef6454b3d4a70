"""Refusals of forms, each as a page that shows the typed text and says what to do."""

import errno
import sys
from urllib.parse import parse_qs

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views import defaults

URL_ENCODED = "application/x-www-form-urlencoded"
MAX_BYTES = 2_500_000
# A text that is too long to accept is shown again up to this size, in bytes as sent.
MAX_SHOWN_BYTES = 5_000_000
# Of the database itself, and not of a query. PostgreSQL reports a server that can only
# read, as after a failover, as an internal error.
OUTAGES = OperationalError, InterfaceError, InternalError
UNREADABLE = BadRequest, MultiPartParserError, SuspiciousOperation, UnreadablePostError
RETRY_SECONDS = 30
# The title and the advice for each status code.
REFUSALS = {
    400: (
        _("We could not read your form"),
        _(
            "It did not arrive as a whole. Please go back, reload the page and send it "
            "again."
        ),
    ),
    403: (
        _("Please send this form again"),
        _(
            "It did not come from a page of this site, or the page was open for too "
            "long. Please go back, reload the page and send the form again."
        ),
    ),
    404: (
        _("This page is no longer here"),
        _("Nothing was sent. Please copy your text, if you need it."),
    ),
    413: (
        _("This is too long to send"),
        _("Nothing was sent. Please go back, shorten your text and send it again."),
    ),
    429: (
        _("Too many attempts"),
        _("Please wait 15 minutes, then try again."),
    ),
    503: (
        _("Back in a moment"),
        _("The site is temporarily unavailable. Please try again in a few minutes."),
    ),
    507: (
        "The disk is full",
        "Nothing was saved. Please tell the people who run the server.",
    ),
}
SIGNED_OUT = (
    "You are signed out",
    "Nothing was saved. Please copy your text, go back and sign in.",
)
FULL = {errno.ENOSPC, errno.EDQUOT}


def refuse(request, status, words=None):
    """Return the page for a form that was refused; needs no database.

    `words` are a title and advice other than those for `status`.
    """
    title, advice = words or REFUSALS[status]
    context = {"title": title, "advice": advice, "typed_text": typed_text(request)}
    response = HttpResponse(render_to_string("refused.html", context), status=status)
    if status == 503:
        response["Retry-After"] = RETRY_SECONDS
        response["Cache-Control"] = "no-store"
    return response


def respond_busy(request):
    """Return the page, in the language of the URL, for when the database is slow."""
    language = translation.get_language_from_path(request.path_info)
    with translation.override(language or settings.LANGUAGE_CODE):
        return refuse(request, 503)


def page_not_found(request, exception):
    """Return the page for a missing URL; a form sent to one keeps its text."""
    if request.method == "POST" and typed_text(request):
        return refuse(request, 404)
    return defaults.page_not_found(request, exception)


def server_error(request):
    """Return the page for an error; one of the database is probably temporary."""
    error = sys.exc_info()[1]
    if isinstance(error, OUTAGES):
        return refuse(request, 503)
    if isinstance(error, OSError) and error.errno in FULL:
        return refuse(request, 507 if request.path_info.startswith("/admin/") else 503)
    return defaults.server_error(request)


def refuse_token(request, reason=""):
    """Return the page for a form of the admin with a stale CSRF token."""
    return refuse(request, 403)


def typed_text(request):
    """Return the text of a form, "" if it cannot be read or is longer than can be."""
    try:
        text = _read_large(request) if is_large(request) else request.POST.get("text")
    except UNREADABLE:
        return ""
    # No lone surrogates, which some charsets have, and no NUL: neither fits in a page.
    return (text or "").encode(errors="replace").decode().replace("\0", "\ufffd")


def is_large(request):
    """Return whether the body of `request` is longer than that of any form."""
    length = request.headers.get("content-length") or "0"
    return not length.isdecimal() or len(length) > 10 or int(length) > MAX_BYTES


def _read_large(request):
    if request.content_type != URL_ENCODED:
        return ""
    body = request.read(MAX_SHOWN_BYTES + 1)
    if len(body) > MAX_SHOWN_BYTES:
        return ""
    return parse_qs(body.decode(errors="replace")).get("text", [""])[0]
