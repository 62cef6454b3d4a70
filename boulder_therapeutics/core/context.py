from django.conf import settings
from django.utils.functional import SimpleLazyObject

from .models import ClinicSettings


def clinic(request):
    """Give templates the clinic's facts and the public address of the site."""
    return {
        "clinic": SimpleLazyObject(lambda: ClinicSettings.load(request)),
        "site_url": settings.SITE_URL,
    }
