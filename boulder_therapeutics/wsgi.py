"""The WSGI application for servers other than `manage.py serve`."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured

from boulder_therapeutics.operations.application import get_application
from boulder_therapeutics.operations.background import start_background_work
from boulder_therapeutics.operations.limits.database import limit_waits

os.environ.setdefault(
    "DJANGO_SETTINGS_MODULE", "boulder_therapeutics.settings.production"
)

try:
    application = get_application()
except ImproperlyConfigured as error:
    sys.stderr.write(f"Wrong setting: {error}\n")
    sys.exit(4)  # gunicorn retries after other exit codes

limit_waits()
# Threads do not survive a fork: a server that preloads starts them in each worker.
start_background_work()
