from django.conf import settings
from django.utils.functional import SimpleLazyObject

from boulder_therapeutics.pagecache import memoize

from .models import ClinicSettings

# What this process read last.
known = {}


@memoize("settings")
def load_clinic():
    """Return the clinic's facts."""
    known["clinic"] = ClinicSettings.load()
    return known["clinic"]


def last_clinic():
    """Return the facts as last read, or None; error pages have no database to ask."""
    return known.get("clinic")


def clinic(request):
    """Give templates the clinic's facts and the public address of the site."""
    return {
        "clinic": SimpleLazyObject(load_clinic),
        "site_url": settings.SITE_URL,
    }
