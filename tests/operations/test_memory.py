"""What the web processes load, and share."""

import gc
import os
import subprocess
import sys

from django.conf import settings

from boulder_therapeutics.operations import memory

LOAD = """
import sys, django
django.setup()
import boulder_therapeutics.urls
print("redis" in sys.modules)
"""


def test_site_without_redis_does_without_its_library():
    modules = subprocess.run(
        [sys.executable, "-c", LOAD],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "boulder_therapeutics.settings.production",
            "SECRET_KEY": "of no use outside of this test, but long enough for it",
            "REDIS_URL": "",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert modules.stdout.strip() == "False"


def test_garbage_is_not_looked_for_in_what_is_there():
    memory.use_one_arena()
    memory.freeze()
    try:
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()
