"""Cached responses are served before Django handles the request."""

from django.core.handlers.wsgi import WSGIRequest

from .cache import get_cache, is_enabled
from .middleware import find_cached


def serve_cached_first(application):
    """Return a WSGI application that calls `application` for uncached requests only."""
    if not is_enabled():
        return application
    cache = get_cache()

    def serve(environ, start_response):
        _, response = find_cached(cache, WSGIRequest(environ))
        if response is None:
            return application(environ, start_response)
        status = f"{response.status_code} {response.reason_phrase}"
        start_response(status, list(response.items()))
        return [response.content]

    return serve
