"""Pictures that editors have uploaded, as visitors get them."""

import mimetypes
import posixpath

from django.conf import settings
from django.http import Http404
from django.views.decorators.http import require_safe
from django.views.static import serve

# Documents are not among them: Wagtail serves those, after asking who may read them.
PUBLIC_FOLDERS = ("images/", "original_images/", "sharing/")
HEADERS = {
    # A year, because a changed picture is a file with another name.
    "Cache-Control": "public, max-age=31536000",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}
# Not every system knows them, and with nosniff a browser shows no unknown type.
mimetypes.add_type("image/avif", ".avif")
mimetypes.add_type("image/webp", ".webp")


@require_safe
def serve_media(request, path):
    """Send a picture, or 304 when the visitor has it already."""
    path = posixpath.normpath(path)
    if not path.startswith(PUBLIC_FOLDERS):
        raise Http404
    try:
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    except OSError as error:  # a name that no file system takes
        raise Http404 from error
    for name, value in HEADERS.items():
        response[name] = value
    return response
