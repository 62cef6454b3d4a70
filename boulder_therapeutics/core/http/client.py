"""Who sent a request: the network address, and the member of staff if it is one."""

import ipaddress

from django.conf import settings

from .origin import has_session


def client_ip(request):
    """Return the sender's address as text, or None where there is none.

    X-Forwarded-For is believed only as far as TRUSTED_PROXIES proxies wrote it.
    """
    forwarded = request.headers.get("X-Forwarded-For", "")
    hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()]
    hops.append(request.META.get("REMOTE_ADDR", ""))
    believed = hops[-(settings.TRUSTED_PROXIES + 1) :][0]
    return _address(believed) or _address(hops[-1])


def staff_user(request):
    """Return the member of staff who is logged in, or None.

    Does not look at the session of a request that names none, so that the answer to a
    reader does not depend on cookies.
    """
    if not has_session(request) or not hasattr(request, "user"):
        return None
    user = request.user
    return user if user.has_perm("wagtailadmin.access_admin") else None


def _address(text):
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return str(getattr(address, "ipv4_mapped", None) or address)
