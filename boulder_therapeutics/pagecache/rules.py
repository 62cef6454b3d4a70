"""Rules that tie rows of models to the tags of responses."""

from functools import partial

from django.db.models.signals import post_delete, post_init, post_save

from .invalidation import invalidate
from .tagging import current_collector, expire_at


def row_tag(row):
    """Return the tag of a row of a model, like `images-customimage-7`."""
    return f"{row._meta.app_label}-{row._meta.model_name}-{row.pk}"


def track_rows(model):
    """Tag each response with the rows of `model` read for it, until they change."""
    post_init.connect(_tag_response, sender=model)
    invalidate_on_change(model, tags=lambda row: [row_tag(row)])


def expire_with_rows(model, moment):
    """Make responses expire for good at `moment(row)` of each row of `model` read.

    It is a moment of the future, or None, from which the row shows less than before.
    """

    def expire_response(instance, **kwargs):
        if current_collector() and not instance.get_deferred_fields():
            expire_at(moment(instance), gone=True)

    post_init.connect(expire_response, sender=model, weak=False)


def invalidate_on_change(model, tags):
    """Invalidate `tags(row)` whenever a row of `model` is saved or deleted."""

    def invalidate_row(gone, instance, raw=False, **kwargs):
        if not raw:
            invalidate(*tags(instance), gone=gone)

    for signal, gone in (post_save, False), (post_delete, True):
        receiver = partial(invalidate_row, gone)
        signal.connect(receiver, sender=model, weak=False)


def _tag_response(sender, instance, **kwargs):
    collector = current_collector()
    if collector and instance.pk:
        collector.tags.add(row_tag(instance))
