"""Serve the images that editors have uploaded, and their renditions."""

import mimetypes
import posixpath
import threading

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe
from django.views.static import serve

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import Filter
from wagtail.images.utils import verify_signature

from .encoding import encode
from .models import CustomImage, Rendition

# Documents are not among them: Wagtail serves those, after checking permissions.
PUBLIC_FOLDERS = ("images/", "original_images/")
HEADERS = {
    # A year, because a changed image has another URL.
    "Cache-Control": "public, max-age=31536000",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}
# Not every system knows them, and with nosniff a browser shows no unknown type.
mimetypes.add_type("image/avif", ".avif")
mimetypes.add_type("image/webp", ".webp")

# Encoding must not occupy all threads of the process, or pages would wait for it.
encoding_slots = threading.Semaphore(max(1, settings.WEB_THREADS // 2))


@require_safe
def serve_media(request, path):
    """Serve a public file of the media folder."""
    path = posixpath.normpath(path)
    if not path.startswith(PUBLIC_FOLDERS):
        raise Http404
    try:
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    except OSError as error:  # a name that no file system accepts
        raise Http404 from error
    for name, value in HEADERS.items():
        response[name] = value
    return response


@require_safe
def serve_rendition(request, signature, image_id, filter_spec, version):
    """Serve one rendition, encoding it first if it is missing.

    If too many are being encoded already, redirect to the original for now. `version`
    only makes the URL differ when the file is replaced.
    """
    if not verify_signature(signature.encode(), image_id, filter_spec):
        raise PermissionDenied
    image = get_object_or_404(CustomImage, pk=image_id)
    try:
        rendition = _find_or_encode(image, Filter(filter_spec))
        if rendition is None:
            return redirect(image.file.url)
        return image_response(rendition.file.open("rb"))
    except (InvalidFilterSpecError, OSError) as error:
        raise Http404 from error


def image_response(file):
    """Return a response with an image that browsers may cache for a year."""
    content_type, _ = mimetypes.guess_type(file.name)
    return FileResponse(file, headers=HEADERS, content_type=content_type)


def _find_or_encode(image, image_filter):
    """Return the rendition, or None if it is missing and no slot is free."""
    try:
        return image.find_existing_rendition(image_filter)
    except Rendition.DoesNotExist:
        if not encoding_slots.acquire(blocking=False):
            return None
    try:
        return encode(image, image_filter)
    finally:
        encoding_slots.release()
