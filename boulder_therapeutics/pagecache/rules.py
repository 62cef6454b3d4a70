"""Tags of rows, noted by themselves: an answer shows what was read to make it."""

from django.db.models.signals import post_delete, post_init, post_save

from .invalidation import purge
from .tagging import current_recording


def tag_rows(model, name):
    """Tag answers that are made from a row of `model` with `name` and its id."""

    def note(sender, instance, **kwargs):
        recording = current_recording()
        if recording and instance.pk:
            recording.tags.add(f"{name}-{instance.pk}")

    post_init.connect(note, sender=model, weak=False)


def track_rows(model, name, *lists):
    """Tag by row, and purge the row and the tags of `lists` when one changes."""
    tag_rows(model, name)

    def saved(sender, instance, **kwargs):
        purge([f"{name}-{instance.pk}", *lists])

    def deleted(sender, instance, **kwargs):
        purge([f"{name}-{instance.pk}", *lists], gone=True)

    post_save.connect(saved, sender=model, weak=False)
    post_delete.connect(deleted, sender=model, weak=False)
