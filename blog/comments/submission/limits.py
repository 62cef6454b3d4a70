"""The limits of how often a network may send something."""

import ipaddress
import time

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from boulder_therapeutics.core.submission.limits import periods

from .refusal import refuse_while

# The bits of an IP address, by version, that are the same for one household.
PREFIXES = {4: 32, 6: 64}


def network_hash(ip):
    """Return a keyed hash of the network of `ip`, "" if it is unknown."""
    if not ip:
        return ""
    prefix = PREFIXES[ipaddress.ip_address(ip).version]
    network = ipaddress.ip_network(f"{ip}/{prefix}", strict=False)
    return salted_hmac("comments.network", str(network), algorithm="sha256").hexdigest()


def check_rate(kind, ip, settings):
    """Count a request that stores nothing; raise Refusal if there were too many.

    The limits are those of comments, but each `kind` is counted on its own.
    """
    if not ip:
        return
    now, network = time.time(), network_hash(ip)
    for limit, period in periods(settings):
        key = f"comments-{kind}-{network}-{period}-{now // period:.0f}"
        if 0 < limit < _count(key, period):
            refuse_while([period - now % period])


def _count(key, period):
    """Return how often this was called for `key`; parallel calls may count as one."""
    cache.add(key, 0, period)
    try:
        return cache.incr(key)
    except ValueError:  # removed in between
        return 1
