"""Fewer bytes for answers that are made for one visitor and not kept."""

from django.utils.cache import patch_vary_headers

from .entries import ENCODINGS, choose_encoding
from .keys import is_public


def pack(request, response):
    """Compress an answer in the way that its visitor understands best.

    Not for staff: their pages hold tokens, which the size of an answer could give away.
    """
    if response.streaming or "Content-Encoding" in response or not is_public(request):
        return response
    accepted = request.headers.get("accept-encoding", "")
    kind = response.get("Content-Type", "")
    if encoding := choose_encoding(accepted, kind, response.content):
        response.content = ENCODINGS[encoding](response.content)
        response.headers["Content-Encoding"] = encoding
        response.headers["Content-Length"] = str(len(response.content))
        patch_vary_headers(response, ["Accept-Encoding"])
    return response
