"""The host and port of Wagtail's site record, and whether the site is new."""

from urllib.parse import urlsplit

from django.conf import settings

from wagtail.models import Page, PageLogEntry, Site

SECTION_DEPTH = 3  # below the home page


def sync_default_site(**kwargs):
    """Set host and port of the default site, if it exists, to those of SITE_URL."""
    url = urlsplit(settings.SITE_URL)
    port = url.port or (443 if url.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site and (site.hostname, site.port) != (url.hostname, port):
        site.hostname, site.port = url.hostname, port
        site.save()


def is_untouched():
    """Return whether nobody has edited, deleted or imported a page.

    The empty sections that `create_pages` makes do not count.
    """
    content = Page.objects.filter(depth__gt=SECTION_DEPTH)
    return not (content.exists() or PageLogEntry.objects.exists())
