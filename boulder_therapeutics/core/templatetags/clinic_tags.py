"""Template tags about the clinic."""

from urllib.parse import urlencode

from django import template

from ..clinic.phone import cached_phone

register = template.Library()
register.simple_tag(cached_phone)


@register.simple_tag
def directions_url(clinic):
    """Return the URL of directions to the clinic on Google Maps."""
    address = f"{clinic.street}, {clinic.city}, {clinic.region} {clinic.postal_code}"
    query = urlencode({"api": 1, "destination": address})
    return f"https://www.google.com/maps/dir/?{query}"
