"""Template tags about people."""

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def profile_url(context, person):
    """Return the URL of the page about a person, "" if there is none."""
    return person.page.get_url(context["request"]) if person.page else ""
