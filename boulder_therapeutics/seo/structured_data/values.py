"""Values of properties as schema.org expects them."""

from urllib.parse import urljoin

from django.conf import settings
from django.utils import timezone
from django.utils.html import strip_tags


def refer(node):
    """Return a reference to a node elsewhere in the document."""
    return {"@id": node["@id"]}


def plain_text(html):
    """Return the text of `html` on one line."""
    return " ".join(strip_tags(html.replace("><", "> <")).split())


def moment(time):
    """Return a time in ISO 8601, in the clinic's time zone."""
    return timezone.localtime(time).isoformat(timespec="seconds")


def absolute(url):
    """Return `url` with the scheme and host of the site, unless it has its own."""
    return urljoin(settings.SITE_URL, url)


def without_empty(node):
    """Return `node` without empty properties."""
    return {name: value for name, value in node.items() if value not in ("", None, [])}
