"""The settings on privacy, for the contact form."""

from django import template

from ..models import PrivacySettings

register = template.Library()


@register.simple_tag(takes_context=True)
def privacy_settings(context):
    """Return the settings with the text on how messages are used, often empty."""
    return PrivacySettings.load(context["request"])
