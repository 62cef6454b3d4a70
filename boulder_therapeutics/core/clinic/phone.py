"""The clinic's phone number for error pages, which may have no database to ask."""

from django.core.cache import cache

KEY = "clinic-phone"


def cache_phone(clinic):
    """Store the number and its link, without an expiry."""
    cache.set(KEY, {"phone": clinic.phone, "link": clinic.phone_link}, None)


def cached_phone():
    """Return the number and its link as a dict, or None."""
    return cache.get(KEY)
