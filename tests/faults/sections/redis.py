"""A Redis that is refused, hangs, or is not there when the site starts."""

import re

from benchmarks.servers import free_port, start_redis

from ..proxy import Proxy
from ..rows import Row
from ..sites import ARTICLE, start
from ..visitors import SEARCHES, Crowd, count_wrong, seconds_until_well, wait_for

SECONDS = 60
PATHS = ["/", ARTICLE, "/services/", "/blog/", *SEARCHES[:4]]
LOGGED = re.compile(r"^(ERROR|CRITICAL|WARNING|Traceback)", re.M)
MODES = {"refuse": "refused and cut", "hang": "hangs"}


def measure(sites):
    server = sites.enter(start_redis(sites.new_folder("redis")))
    proxy = Proxy(server.port)
    checkout = sites.on_sqlite("redis_faults", REDIS_URL=proxy.redis_url)
    with start(checkout) as site:
        for mode, name in MODES.items():
            begin, end = proxy.switch(mode), proxy.switch("ok")
            yield from measure_mode(f"Redis {name}", site, checkout, begin, end)
    nowhere = f"redis://127.0.0.1:{free_port()}/0"
    checkout = sites.on_sqlite("without_redis", REDIS_URL=nowhere)
    with start(checkout) as site:
        yield from measure_mode("Redis not there at the start", site, checkout)


def measure_mode(name, site, checkout, begin=None, end=None):
    log = checkout.folder / "log"
    name = f"{name}, {SECONDS} s"
    with Crowd(site.url, PATHS) as crowd:
        wait_for(2, crowd)
        before = len(LOGGED.findall(log.read_text()))
        if begin:
            begin()
        wait_for(SECONDS, crowd)
        p99 = crowd.p99
        wrong = count_wrong(name, crowd.statuses, "responses", 200)
        lines = len(LOGGED.findall(log.read_text())) - before
        if end:
            end()
            back = seconds_until_well(f"{site.url}/health/ready")
            yield Row(name, "whole again after", back, 5, "s")
    measured = f"99 % of {len(crowd.responses):,} responses to {len(PATHS)} visitors in"
    yield Row(name, measured, p99, 1, "s")
    yield wrong
    yield Row(name, "errors logged by 2 processes", lines, 2)
