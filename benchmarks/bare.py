"""A yardstick: Django with one view and no middleware that returns a file's bytes."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

FOLDER = Path(os.environ["BENCHMARK_FOLDER"])
BODIES = {file.name: file.read_bytes() for file in FOLDER.iterdir()}

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY=os.urandom(9))


def show(request, name):
    return HttpResponse(BODIES[name])


urlpatterns = [path("<name>", show)]
application = get_wsgi_application()
