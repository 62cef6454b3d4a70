"""The host and port of Wagtail's site record."""

from urllib.parse import urlsplit

from django.conf import settings

from wagtail.models import Site


def sync_default_site(**kwargs):
    """Set host and port of the default site, if it exists, to those of SITE_URL."""
    url = urlsplit(settings.SITE_URL)
    port = url.port or (443 if url.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site and (site.hostname, site.port) != (url.hostname, port):
        site.hostname, site.port = url.hostname, port
        site.save()
