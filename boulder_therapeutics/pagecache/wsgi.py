"""What is kept is answered before Django begins with a request."""

from django.core.handlers.wsgi import WSGIRequest

from .cache import get_cache, has_cache
from .middleware import find_answer


def answer_first(application):
    """Return a WSGI application that asks `application` only for what is not kept."""
    if not has_cache():
        return application
    cache = get_cache()

    def answer(environ, start_response):
        _, response = find_answer(cache, WSGIRequest(environ))
        if response is None:
            return application(environ, start_response)
        status = f"{response.status_code} {response.reason_phrase}"
        start_response(status, list(response.items()))
        return [response.content]

    return answer
