"""Slugs that no imported page can have, as something else is at its URL."""

import re

from blog.models import BlogIndexPage
from boulder_therapeutics.core.publishing import slugs

# The routes of the blog that an article of that name would hide: feed and years.
ROUTES = re.compile(r"^(?:feed|\d{4})$")


def is_reserved(slug, parent):
    """Return whether something else is at the URL of a page with a slug, or below."""
    if isinstance(parent, BlogIndexPage):
        return bool(ROUTES.match(slug))
    return slugs.is_reserved(slug, parent)
