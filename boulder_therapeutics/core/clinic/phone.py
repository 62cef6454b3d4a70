"""The clinic's phone number, cached for error pages without a database."""

from django.core.cache import cache

KEY = "clinic-phone"


def cache_phone(clinic):
    """Cache the phone number and its `tel:` URL without expiry."""
    cache.set(KEY, {"phone": clinic.phone, "link": clinic.phone_link}, None)


def cached_phone():
    """Return a dict of the phone number and its `tel:` URL as `link`, or None."""
    return cache.get(KEY)
