from datetime import UTC, timedelta
from email.utils import parseaddr
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.signing import BadSignature
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boulder_therapeutics.images.views import image_response

from .sharing_card import Card


def show_favicon(request):
    """Return the icon for programs that request it without reading a page."""
    icon = Path(finders.find("img/favicon.ico")).read_bytes()
    headers = {"Cache-Control": "public, max-age=86400"}
    return HttpResponse(icon, content_type="image/x-icon", headers=headers)


@require_safe
def show_security_contact(request):
    """Return where to report a vulnerability, as RFC 9116 has it."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    address = parseaddr(settings.SECURITY_CONTACT)[1]
    # It must expire within a year, and be current for as long as the site runs.
    expires = timezone.now().replace(microsecond=0) + timedelta(days=180)
    languages = ", ".join(dict(settings.LANGUAGES))
    lines = [
        f"Contact: mailto:{address}",
        f"Expires: {expires.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {languages}",
        f"Canonical: {settings.SITE_URL}{request.path}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")


@require_safe
def serve_sharing_card(request, token):
    """Serve the sharing card that the token describes, drawing it if it is missing."""
    try:
        return image_response(Card.from_token(token).open())
    except BadSignature as error:
        raise Http404 from error
