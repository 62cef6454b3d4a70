"""Keep Wagtail's site record at the public address of the settings."""

from urllib.parse import urlsplit

from django.conf import settings

from wagtail.models import Site


def sync_site_address(**kwargs):
    """Give the default site the host and port of SITE_URL, when there is a site."""
    address = urlsplit(settings.SITE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site and (site.hostname, site.port) != (address.hostname, port):
        site.hostname, site.port = address.hostname, port
        site.save()
