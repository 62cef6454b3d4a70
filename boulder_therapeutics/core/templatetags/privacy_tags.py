"""The text of the contact form about the use of messages."""

from django import template

from ..models import PrivacySettings

register = template.Library()


@register.simple_tag(takes_context=True)
def contact_use(context):
    """Return the text of the settings on how messages are used, often empty."""
    return PrivacySettings.load(context["request"]).contact_use
