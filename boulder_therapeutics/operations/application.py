from django.core.wsgi import get_wsgi_application

from boulder_therapeutics.pagecache import serve_cached_first


def get_application():
    """Return the WSGI application of the site, with the page cache before Django."""
    return serve_cached_first(get_wsgi_application())
