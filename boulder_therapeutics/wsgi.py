"""The WSGI application for servers other than `manage.py serve`."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from boulder_therapeutics.operations.background import start_background_work
from boulder_therapeutics.pagecache import serve_cached_first

os.environ.setdefault(
    "DJANGO_SETTINGS_MODULE", "boulder_therapeutics.settings.production"
)

try:
    application = serve_cached_first(get_wsgi_application())
except ImproperlyConfigured as error:
    sys.stderr.write(f"Wrong setting: {error}\n")
    sys.exit(4)  # with any other number gunicorn would try again and again

# Threads do not survive a fork: a server that preloads starts them in each worker.
start_background_work()
