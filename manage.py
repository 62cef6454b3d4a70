#!/usr/bin/env python
"""Run a command of Django, Wagtail or this project."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main():
    """Run the command; report a wrong setting in one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "boulder_therapeutics.settings.dev")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Wrong setting: {error}")


if __name__ == "__main__":
    main()
