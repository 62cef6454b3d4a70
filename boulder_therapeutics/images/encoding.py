"""Encode renditions: the one that is requested, or all that are missing."""

import os
from concurrent.futures import ThreadPoolExecutor, as_completed
from io import BytesIO
from zlib import crc32

from django.db import transaction

from boulder_therapeutics.operations.background import BackgroundWork

from .locks import machine_lock
from .missing import find_missing
from .models import CustomImage, Rendition
from .signals import renditions_completed

LOCKS = 64
LOOK_AGAIN = 600  # seconds; management commands publish, too


def encode(image, image_filter):
    """Return a rendition, encoding it unless it exists or another thread is at it."""
    # Sharing a limited number of files, two renditions may rarely wait for each other.
    number = crc32(f"{image.pk} {image_filter.spec}".encode()) % LOCKS
    with machine_lock(f"rendition-{number}"):
        return image.get_rendition(image_filter)


def encode_missing():
    """Encode the missing renditions, one at a time on the whole machine."""
    for image, filters in find_missing():
        with machine_lock("encoding"):
            # Another process may have encoded them while this one waited.
            if len(image.find_existing_renditions(*filters)) < len(filters):
                for image_filter in filters:
                    encode(image, image_filter)
                renditions_completed.send(sender=CustomImage, image=image)
    return LOOK_AGAIN


def encode_missing_at_once(report):
    """Encode the missing renditions with all cores; `report` the number done, and all.

    For the time before visitors come: the cores are busy as long as it takes.
    """
    missing = find_missing()
    total = sum(len(filters) for _, filters in missing)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        futures = [
            pool.submit(_generate, image, image_filter)
            for image, filters in missing
            for image_filter in filters
        ]
        for done, future in enumerate(as_completed(futures), start=1):
            Rendition.objects.bulk_create([future.result()], ignore_conflicts=True)
            report(done, total)


def _generate(image, image_filter):
    # A file of its own, as `image.file` is not for several threads.
    with image.file.storage.open(image.file.name) as file:
        return image.generate_rendition_instance(image_filter, BytesIO(file.read()))


def wake_encoder(**kwargs):
    """Have the web process encode what a change leaves missing, after the commit."""
    transaction.on_commit(encoder.wake)


# The delay joins changes of the same request, such as an image and its renditions.
encoder = BackgroundWork(encode_missing, delay=1, low_priority=True)
