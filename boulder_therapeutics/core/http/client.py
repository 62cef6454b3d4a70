"""The sender of a request: the IP address, and the user if it is a staff member."""

import ipaddress

from django.conf import settings

from .origin import has_session


def client_ip(request):
    """Return the IP address of the client as text, or None if unknown.

    Only the entries of X-Forwarded-For that TRUSTED_PROXIES proxies added are trusted.
    """
    forwarded = request.headers.get("X-Forwarded-For", "")
    hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()]
    hops.append(request.META.get("REMOTE_ADDR", ""))
    trusted = hops[-(settings.TRUSTED_PROXIES + 1) :][0]
    return _parse_ip(trusted) or _parse_ip(hops[-1])


def staff_user(request):
    """Return the member of staff who is logged in, or None.

    Does not read the session of a request without a session cookie, so that responses
    to visitors do not vary by cookie.
    """
    if not has_session(request) or not hasattr(request, "user"):
        return None
    user = request.user
    return user if user.has_perm("wagtailadmin.access_admin") else None


def _parse_ip(text):
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return str(getattr(address, "ipv4_mapped", None) or address)
