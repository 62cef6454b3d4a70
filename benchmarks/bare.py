"""A yardstick: Django with one view and no middleware, which returns a file's bytes."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import re_path

BODY = Path(os.environ["BENCH_BODY"]).read_bytes()

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY=os.urandom(9))


def show(request):
    """Return the bytes."""
    return HttpResponse(BODY)


urlpatterns = [re_path("", show)]
application = get_wsgi_application()
