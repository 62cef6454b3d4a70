"""Decisions of editors that make no new revision of a page."""

from django.db.models import F

from wagtail.models import PageLogEntry

# Not "wagtail.publish.scheduled", which is what the import asked for.
ACTIONS = [
    *["wagtail.publish", "wagtail.publish.schedule", "wagtail.schedule.cancel"],
    *["wagtail.unpublish", "wagtail.unpublish.scheduled"],
    *["wagtail.view_restriction.create", "wagtail.view_restriction.edit"],
    "wagtail.view_restriction.delete",
]


def find_decided(ids, actions=ACTIONS):
    """Return those of `ids` whose pages were published, hidden or protected here."""
    entries = PageLogEntry.objects.filter(
        page__in=ids,
        action__in=actions,
        timestamp__gt=F("page__latest_revision__created_at"),
    )
    return set(entries.values_list("page", flat=True))
