from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.signing import BadSignature
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from boulder_therapeutics.images.views import image_response

from .sharing_card import Card


def show_favicon(request):
    """Return the icon for programs that request it without reading a page."""
    icon = Path(finders.find("img/favicon.ico")).read_bytes()
    headers = {"Cache-Control": "public, max-age=86400"}
    return HttpResponse(icon, content_type="image/x-icon", headers=headers)


@require_safe
def serve_sharing_card(request, token):
    """Serve the sharing card that the token describes, drawing it if it is missing."""
    try:
        return image_response(Card.from_token(token).open())
    except BadSignature as error:
        raise Http404 from error
