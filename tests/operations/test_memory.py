"""The memory of the web processes."""

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


def test_redis_library_is_loaded_only_if_redis_is_used():
    modules = subprocess.run(
        [sys.executable, "-c", LOAD],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "boulder_therapeutics.settings.production",
            "SECRET_KEY": "only used in this test, but long enough to be accepted",
            "REDIS_URL": "",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert modules.stdout.strip() == "False"


def test_existing_objects_are_excluded_from_garbage_collection():
    memory.use_one_arena()
    memory.freeze()
    try:
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()
