from django.conf import settings
from django.utils.functional import SimpleLazyObject

from .models import ClinicSettings


def clinic(request):
    """Add the clinic settings, loaded when used, and the public URL of the site."""
    return {
        "clinic": SimpleLazyObject(lambda: ClinicSettings.load(request)),
        "site_url": settings.SITE_URL,
    }
