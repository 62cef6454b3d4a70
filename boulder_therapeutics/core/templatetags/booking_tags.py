"""Template tags for booking."""

from urllib.parse import urlencode

from django import template

from .navigation_tags import contact_url

register = template.Library()


@register.simple_tag(takes_context=True)
def booking_url(context, page=None, therapist=None):
    """Return the URL for booking a visit, with a service preselected if `page` is one.

    With a `therapist`, return the URL for booking that person, or "" if the booking
    system or the person's code in it is unknown.
    """
    clinic, is_service = context["clinic"], hasattr(page, "booking_code")
    if therapist and not (clinic.has_booking and therapist.booking_code):
        return ""
    if clinic.has_booking:
        return clinic.booking_link(page if is_service else None, therapist)
    contact = contact_url(context)
    if contact and is_service:
        return f"{contact}?{urlencode({'service': page.slug})}"
    return contact
