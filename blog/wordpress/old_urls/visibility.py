"""Which old URLs lead anywhere: those of what visitors may see."""

from django.contrib.contenttypes.models import ContentType

from wagtail.models import Page, ReferenceIndex

from boulder_therapeutics.core.publishing.restrictions import only_public

from ..models import ImportedItem


def has_public_url(row):
    """Return whether the old URLs of an item may lead to what it became."""
    return _is_public_file(row) if row.kind == "attachment" else row.is_public


def _is_public_file(row):
    """Return whether a file is part of something public, or of nothing.

    As things are now, since editors publish and hide the pages of an import.
    """
    uses = ReferenceIndex.objects.filter(
        to_content_type=row.target_type_id, to_object_id=row.target_id
    )
    of_pages = uses.filter(base_content_type=ContentType.objects.get_for_model(Page))
    ids = [*map(int, of_pages.values_list("object_id", flat=True)), *_attached_to(row)]
    if uses.exclude(pk__in=of_pages).exists():  # such as the picture of a person
        return True
    if ids:
        return only_public(Page.objects.filter(pk__in=ids)).exists()
    return row.is_public


def _attached_to(row):
    """Return the ids of the pages that the post of a file became, deleted or not."""
    rows = ImportedItem.objects.pages().filter(
        source=row.source, wordpress_id=row.wordpress_parent, target_id__isnull=False
    )
    return rows.values_list("target_id", flat=True)
