"""The limits of how often a network may send something."""

from django.utils.crypto import salted_hmac

from boulder_therapeutics.core.submission.limits import periods
from boulder_therapeutics.core.submission.networks import household
from boulder_therapeutics.core.submission.throttle import Throttle

from .refusal import refuse_while


def network_hash(ip):
    """Return a keyed hash of the network of `ip`, "" if it is unknown."""
    network = household(ip)
    digest = salted_hmac("comments.network", network, algorithm="sha256").hexdigest()
    return digest if network else ""


def check_rate(kind, ip, settings):
    """Count a request that stores nothing; raise Refusal if there were too many.

    The limits are those of comments, but each `kind` is counted on its own.
    """
    network = network_hash(ip)
    throttles = [
        Throttle(f"{kind}-{seconds}", limit, seconds)
        for limit, seconds in periods(settings)
        if network and limit
    ]
    # Who has to wait for one limit is not counted by the others.
    refuse_while([throttle.wait(network) for throttle in throttles])
    refuse_while([throttle.attempt(network) for throttle in throttles])
