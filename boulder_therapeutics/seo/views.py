from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpResponse


def show_favicon(request):
    """Return the icon for programs that request it without reading a page."""
    icon = Path(finders.find("img/favicon.ico")).read_bytes()
    headers = {"Cache-Control": "public, max-age=86400"}
    return HttpResponse(icon, content_type="image/x-icon", headers=headers)
