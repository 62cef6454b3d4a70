"""The booking URL: the page of a booking system, with places for booking codes."""

import re
from urllib.parse import quote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

PLACE = re.compile(r"\{(service|therapist)\}")
INVALID = "Enter the full URL of your booking page, like https://clinic.janeapp.com/."
NOT_SECURE = "Enter a URL that begins with https://, as visitors send personal details."
UNKNOWN_PLACE = "Use only {service} and {therapist} in braces."


class BookingURLValidator(URLValidator):
    """Accepts https URLs as long as the field for them."""

    schemes = ["https"]
    max_length = 500
    message = INVALID


def complete_booking_url(pattern):
    """Return the `pattern` as typed by staff with its scheme, "" if it is empty.

    Raise ValidationError for anything that would not be a secure URL on another site.
    """
    pattern = pattern.strip()
    if not pattern:
        return ""
    if pattern.lower().startswith("http://"):
        raise ValidationError(NOT_SECURE)
    if "://" not in pattern:
        pattern = f"https://{pattern.removeprefix('//')}"
    url = PLACE.sub("1", pattern)
    if {"{", "}"} & {*url}:
        raise ValidationError(UNKNOWN_PLACE)
    BookingURLValidator()(url)
    if "@" in urlsplit(url).netloc:  # an email address
        raise ValidationError(INVALID)
    return pattern


def fill_pattern(pattern, **bookable):
    """Replace each {name} in `pattern` with the booking code of that object."""
    for name, thing in bookable.items():
        code = quote(getattr(thing, "booking_code", ""), safe="")
        pattern = pattern.replace(f"{{{name}}}", code)
    return pattern
