"""Encode renditions: the one that is requested, or all that are missing."""

import logging
import os
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from io import BytesIO
from zlib import crc32

from django.db import transaction

from boulder_therapeutics.operations.background import BackgroundWork

from .locks import machine_lock
from .missing import find_missing
from .models import CustomImage, Rendition
from .signals import renditions_completed

logger = logging.getLogger(__name__)

LOCKS = 64
LOOK_AGAIN = 600  # seconds; management commands publish, too


def encode(image, image_filter):
    """Return a rendition; encode it unless it exists or another thread encodes it."""
    # As the number of locks is limited, two renditions may rarely wait for each other.
    number = crc32(f"{image.pk} {image_filter.spec}".encode()) % LOCKS
    with machine_lock(f"rendition-{number}"):
        return image.get_rendition(image_filter)


def encode_missing():
    """Encode the missing renditions, one at a time on the whole machine."""
    for image, filters in find_missing():
        with machine_lock("encoding"), log_errors(image):
            # Another process may have encoded them while this one waited.
            if len(image.find_existing_renditions(*filters)) < len(filters):
                for image_filter in filters:
                    encode(image, image_filter)
                renditions_completed.send(sender=CustomImage, image=image)
    return LOOK_AGAIN


def encode_missing_in_parallel(report):
    """Encode the missing renditions on all cores, for the time before the site is up.

    Call `report` with the number done and the total after each.
    """
    jobs = [(image, each) for image, filters in find_missing() for each in filters]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        futures = {pool.submit(_generate, *job): job[0] for job in jobs}
        for done, future in enumerate(as_completed(futures), start=1):
            with log_errors(futures[future]):
                Rendition.objects.bulk_create([future.result()], ignore_conflicts=True)
            report(done, len(jobs))


@contextmanager
def log_errors(image):
    """Log an exception, so that one broken image does not stop the others."""
    try:
        yield
    except Exception:
        logger.exception("Image %s could not be encoded", image.pk)


def _generate(image, image_filter):
    # A file of its own, as `image.file` cannot be shared by threads.
    with image.file.storage.open(image.file.name) as file:
        return image.generate_rendition_instance(image_filter, BytesIO(file.read()))


def wake_encoder(**kwargs):
    """Have the web process encode what a change leaves missing, after the commit."""
    transaction.on_commit(encoder.wake)


# The delay joins changes of the same request, such as an image and its renditions.
encoder = BackgroundWork(encode_missing, delay=1, low_priority=True)
