"""The periods of the settings, in texts that promise them."""

from django import template
from django.utils.safestring import mark_safe

from ..models import CommentSettings

register = template.Library()


@register.filter
def fill_periods(html):
    """Put the numbers of days for `{ip_days}` and `{spam_days}` in rendered `html`.

    So the privacy page cannot promise what the settings do not say.
    """
    if "{ip_days}" not in html and "{spam_days}" not in html:
        return html
    settings = CommentSettings.load()
    filled = html.replace("{ip_days}", str(settings.personal_data_days))
    filled = filled.replace("{spam_days}", str(settings.rejected_days))
    return mark_safe(filled)  # noqa: S308 - only numbers were put into it
