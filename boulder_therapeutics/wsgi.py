"""The WSGI application that gunicorn serves."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from boulder_therapeutics.pagecache import serve_cached_first

os.environ.setdefault(
    "DJANGO_SETTINGS_MODULE", "boulder_therapeutics.settings.production"
)

try:
    application = serve_cached_first(get_wsgi_application())
except ImproperlyConfigured as error:
    sys.stderr.write(f"Wrong setting: {error}\n")
    sys.exit(4)  # with any other number gunicorn would try again and again
