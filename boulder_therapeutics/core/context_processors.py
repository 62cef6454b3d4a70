from django.conf import settings
from django.utils.functional import SimpleLazyObject

from .models import ClinicSettings


def clinic(request):
    """Add the clinic's settings and the public URL of the site to every template."""
    return {
        "clinic": SimpleLazyObject(lambda: ClinicSettings.load(request)),
        "site_url": settings.SITE_URL,
    }
