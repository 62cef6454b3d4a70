"""The storage periods from the comment settings, for the privacy page."""

from django import template
from django.utils.safestring import mark_safe

from ..models import CommentSettings

register = template.Library()


@register.filter
def fill_periods(html):
    """Insert the periods from the settings for `{ip_days}` and `{spam_days}`."""
    if "{ip_days}" not in html and "{spam_days}" not in html:
        return html
    settings = CommentSettings.load()
    filled = html.replace("{ip_days}", str(settings.personal_data_days))
    filled = filled.replace("{spam_days}", str(settings.rejected_days))
    return mark_safe(filled)  # noqa: S308 - only numbers were inserted
