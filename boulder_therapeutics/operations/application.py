from functools import cache

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

from boulder_therapeutics.pagecache import serve_cached_first

from .limits.pool import Pool


def get_application(django=None):
    """Return the WSGI application of the site, with the page cache before Django."""
    return serve_cached_first(django or get_wsgi_application())


def get_pool():
    """Return Django in threads of its own, as many as may use the database."""
    return Pool(get_wsgi_application(), respond_busy, settings.WEB_THREADS)


@cache
def get_busy_view():
    """Return BUSY_VIEW in the middleware that adds the headers of any response."""
    view = import_string(settings.BUSY_VIEW)
    for name in reversed(settings.HEADER_MIDDLEWARE):
        view = import_string(name)(view)
    return view


def respond_busy(environ, start_response):
    """Respond with the view BUSY_VIEW, which needs no database."""
    response = get_busy_view()(WSGIRequest(environ))
    status = f"{response.status_code} {response.reason_phrase}"
    start_response(status, list(response.items()))
    return [response.content]
