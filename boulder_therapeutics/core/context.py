from django.conf import settings
from django.utils.functional import SimpleLazyObject

from boulder_therapeutics.pagecache import memoize

from .models import ClinicSettings


@memoize("settings")
def load_clinic():
    """Return the clinic's facts."""
    return ClinicSettings.load()


def clinic(request):
    """Give templates the clinic's facts and the public address of the site."""
    return {
        "clinic": SimpleLazyObject(load_clinic),
        "site_url": settings.SITE_URL,
    }
