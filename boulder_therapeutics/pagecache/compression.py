"""Compression of response bodies in the encodings that browsers accept."""

import gzip
import re
from functools import partial

import brotli

from django.utils.cache import patch_vary_headers

from .keys import is_public

# Quality 5: about a millisecond for a page. The best quality takes 50, see `entries`.
ENCODERS = {
    "br": partial(brotli.compress, quality=5),
    "gzip": partial(gzip.compress, compresslevel=6, mtime=0),
}
COMPRESSIBLE = re.compile(r"text/|[/+](xml|json|javascript)")
MIN_BYTES = 500


def choose_encoding(accepted, content_type, body):
    """Return the best encoding in the Accept-Encoding header, "" if none pays."""
    # Clients that send qualities of 0 are rare enough to get the body as it is.
    if (
        COMPRESSIBLE.search(content_type)
        and len(body) >= MIN_BYTES
        and "q=0" not in accepted
    ):
        return next((encoding for encoding in ENCODERS if encoding in accepted), "")
    return ""


def compress(request, response):
    """Compress a response that is not cached.

    Not for staff, whose pages hold CSRF tokens: the size of a compressed response
    could reveal them (BREACH).
    """
    if response.streaming or "Content-Encoding" in response or not is_public(request):
        return response
    accepted = request.headers.get("accept-encoding", "")
    content_type = response.get("Content-Type", "")
    if encoding := choose_encoding(accepted, content_type, response.content):
        response.content = ENCODERS[encoding](response.content)
        response.headers["Content-Encoding"] = encoding
        response.headers["Content-Length"] = str(len(response.content))
        patch_vary_headers(response, ["Accept-Encoding"])
    return response
