"""Responses from before a change, on setups with more than one cache."""

from ..checkouts import ARTICLE, SLUG
from ..servers import free_port, start_redis, start_varnish


def measure_stale(environment):
    """Return the rows about invalidation under load."""
    checkout = environment.clone_sqlite("stale")["now"]
    return [
        measure_processes(checkout),
        *measure_varnish(environment.folder, checkout),
        *measure_machines(environment.folder, checkout),
    ]


def measure_processes(checkout):
    """Return the row about the processes of one machine."""
    with checkout.start() as site:
        return count_stale("two processes", checkout, [site])


def measure_varnish(folder, checkout):
    """Return the row about one machine and Varnish."""
    port = free_port()
    checkout = checkout.with_env(FRONT_CACHE_URL=f"http://127.0.0.1:{port}")
    with checkout.start() as site:
        varnish = start_varnish(folder, port, site, ARTICLE)
        if varnish is None:
            return []
        with varnish:
            return [count_stale("two processes and Varnish", checkout, [site, varnish])]


def measure_machines(folder, checkout):
    """Return the row about two sites that share only the database and Redis."""
    redis = start_redis(folder)
    if redis is None:
        return []
    with redis:
        checkout = checkout.with_env(REDIS_URL=f"redis://127.0.0.1:{redis.port}")
        other = checkout.with_env(PORT=str(free_port()))
        with checkout.start() as first, other.start() as second:
            return [count_stale("two machines and Redis", checkout, [first, second])]


def count_stale(setup, checkout, servers):
    """Return a row about stale responses of `servers` while an article changes."""
    ports = [server.port for server in servers]
    total, stale = checkout.measure("stale", SLUG, *ports)
    return f"stale responses, {setup}", f"{stale} of {total:,}", "0 of 10,000"
