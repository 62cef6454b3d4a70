"""A PostgreSQL that refuses, cuts, drops or hangs, under 16 visitors."""

import time

from ..posts import Posts
from ..proxy import Proxy
from ..sites import start
from ..visitors import measure_fault
from .away import measure_away

DROPS, DROP, BETWEEN = 6, 0.6, 1  # the others are seconds
MODES = {"refuse": "refused and cut", "hang": "hangs", "drop": "drops responses"}


def measure(sites):
    checkout = sites.on_postgresql("postgresql_faults")
    proxy = Proxy(sites.postgresql.port)
    with start(proxy.before_database(checkout)) as site:
        yield from measure_away("PostgreSQL refused", site, proxy)
        yield from measure_drops(site, proxy, checkout)
        for mode, name in MODES.items():
            begin, end = proxy.switch(mode), proxy.switch("ok")
            yield from measure_fault(f"PostgreSQL {name}", site.url, begin, end)


def measure_drops(site, proxy, checkout):
    with Posts(site.url) as posts:
        for _ in range(DROPS):
            time.sleep(BETWEEN)
            proxy.mode = "drop"
            time.sleep(DROP)
            proxy.mode = "ok"
        time.sleep(BETWEEN)
    name = f"PostgreSQL drops responses {DROPS} times for {DROP} s"
    yield from posts.rows(name, checkout)
