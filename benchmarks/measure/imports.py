"""Measure one import, or only its first look; print the figures as JSON."""

import gc
import json
import resource
import sys
import time
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402

from blog.wordpress.engine.runs import finish, start  # noqa: E402
from blog.wordpress.options import Options  # noqa: E402
from blog.wordpress.read.files import Export  # noqa: E402
from blog.wordpress.read.scan import scan  # noqa: E402

WRITES = ("INSERT", "UPDATE", "DELETE")


class Writes:
    """Counts the statements that change rows."""

    number = 0

    def __call__(self, execute, sql, *arguments):
        self.number += sql.startswith(WRITES)
        return execute(sql, *arguments)


def main(kind, path, media_dir=""):
    gc.freeze()  # as the command does
    export, writes, began = Export([Path(path)]), Writes(), time.monotonic()
    if kind == "scan":
        found = scan(export, settings.TIME_ZONE)
    else:
        job = start(export, Options(media_dir=media_dir))
        with connection.execute_wrapper(writes):
            job.execute()
        finish(job)
        found = job.scan
    usage = resource.getrusage(resource.RUSAGE_SELF)
    figures = {
        "seconds": time.monotonic() - began,
        "cpu": time.process_time(),
        "items": found.item_total,
        "comments": found.comment_total,
        "mib": usage.ru_maxrss / 1024,
        "writes": writes.number,
    }
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
