"""The storage periods from the settings, for the privacy page."""

from django import template
from django.utils.safestring import mark_safe

from boulder_therapeutics.core.models import PrivacySettings

from ..models import CommentSettings

register = template.Library()
PERIODS = {
    "{ip_days}": (CommentSettings, "personal_data_days"),
    "{spam_days}": (CommentSettings, "rejected_days"),
    "{message_days}": (PrivacySettings, "answered_days"),
    "{message_months}": (PrivacySettings, "message_months"),
}


@register.filter
def fill_periods(html):
    """Insert the periods from the settings for `{ip_days}` and the like."""
    used = [name for name in PERIODS if name in html]
    if not used:
        return html
    filled = html
    for name in used:
        model, field = PERIODS[name]
        filled = filled.replace(name, str(getattr(model.load(), field)))
    return mark_safe(filled)  # noqa: S308 - only numbers were inserted
