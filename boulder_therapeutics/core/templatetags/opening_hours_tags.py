"""Template tags for opening hours."""

import json

from django import template
from django.utils import timezone

from ..clinic.opening_hours import group_week, list_special_days, list_statuses

register = template.Library()

# The page may have been loaded, or cached by a proxy, some time before it is read.
STATUS_DAYS = 3


@register.simple_tag
def opening_hours(clinic):
    """Return the opening hours of the week as text, by groups of days."""
    return group_week(clinic.openings)


@register.simple_tag
def special_days(clinic):
    """Return the upcoming days with different hours, as text."""
    return list_special_days(clinic.special_openings, timezone.localdate())


@register.simple_tag
def statuses(clinic):
    """Return JSON for site.js: [timestamp, text] of each change of the open status."""
    rows, special_rows = clinic.openings, clinic.special_openings
    if not rows:
        return ""
    listed = list_statuses(rows, special_rows, timezone.localtime(), STATUS_DAYS)
    pairs = [[int(moment.timestamp()), text] for moment, text in listed]
    return json.dumps(pairs, separators=(",", ":"))
