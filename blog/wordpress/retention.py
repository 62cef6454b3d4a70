"""The end of uploaded exports, which are full of personal data."""

import shutil
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from boulder_therapeutics.operations.scheduler import DAY, every

from .models import ImportRun

KEPT = timedelta(days=7)


@every(DAY, report="Uploads of WordPress exports deleted")
def delete_old_uploads():
    """Delete uploads that no import needs at the moment; return how many.

    Those of imports that finished or were undone are gone already.
    """
    active = ImportRun.objects.filter(state__in=ImportRun.ACTIVE).only("pk")
    folders = set(settings.IMPORT_FOLDER.glob("run-*"))
    folders -= {run.upload_folder for run in active}
    old = list(filter(_is_old, folders))
    for folder in old:
        shutil.rmtree(folder, ignore_errors=True)
    return len(old)


def _is_old(folder):
    return folder.stat().st_mtime < (timezone.now() - KEPT).timestamp()
