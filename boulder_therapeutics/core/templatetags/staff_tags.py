"""Template tags for what only staff see on the public site."""

from django import template

from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar

from ..http.client import staff_user

register = template.Library()


@register.simple_tag(takes_context=True)
def staff_bar(context):
    """Render Wagtail's user bar for staff: links to edit the page, and checks of it.

    Without it in previews, the checks in the page editor find nothing. Return "" for
    visitors, without reading their session, so that pages stay cacheable.
    """
    return wagtailuserbar(context) if staff_user(context["request"]) else ""
