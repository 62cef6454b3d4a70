"""All servers as in production: nginx → Varnish → the site → PostgreSQL and Redis."""

import socket
import threading
import time
from contextlib import suppress

from benchmarks.servers import ROOT, Server, free_port, start_redis, start_varnish

from ..proxy import Proxy
from ..rows import Row
from ..sites import start
from ..visitors import SEARCHES, Watch, count_wrong, measure_fault
from .restarts import measure_upgrades, upgradable

CLIENTS, CONNECTED = 150, 145
SLOW_SECONDS = 8  # nginx closes connections whose headers take 10
MAIN = """daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log stderr;
events {{ worker_connections 1024; }}
http {{ access_log off; client_body_temp_path {folder}/n1; proxy_temp_path {folder}/n2;
fastcgi_temp_path {folder}/n3; uwsgi_temp_path {folder}/n4; scgi_temp_path {folder}/n5;
{site} }}
"""
HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
BODY = (
    b"POST /comments/1/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\ntext="
)
NAME = "nginx, Varnish, PostgreSQL, Redis"


def start_nginx(folder, target):
    """Start nginx with the configuration in docs/, in front of the port `target`."""
    port = free_port()
    site = (ROOT / "docs" / "nginx.conf").read_text()
    site = site.replace("front:80;", f"127.0.0.1:{target};")
    site = site.replace("listen 8080", f"listen 127.0.0.1:{port}")
    config = folder / "proxy.conf"
    config.write_text(MAIN.format(folder=folder, site=site))
    return Server(["nginx", "-p", str(folder), "-c", str(config)], port, "/")


def measure(sites):
    folder = sites.new_folder("stack")
    database = Proxy(sites.postgresql.port)
    redis = Proxy(sites.enter(start_redis(folder)).port)
    front = free_port()
    checkout = sites.on_postgresql(
        "stack_site",
        REDIS_URL=redis.redis_url,
        FRONT_CACHE_URL=f"http://127.0.0.1:{front}",
        TRUSTED_PROXIES="3",
    )
    site = sites.enter(start(database.before_database(checkout)))
    varnish = sites.enter(start_varnish(folder, front, site, "/"))
    nginx = sites.enter(start_nginx(folder, varnish.port))
    yield from measure_slow_clients(NAME, nginx)
    for fault, proxies in [
        ("PostgreSQL hangs", [database]),
        ("Redis hangs", [redis]),
        ("PostgreSQL and Redis refused and cut", [database, redis]),
    ]:
        mode = "hang" if "hangs" in fault else "refuse"
        begin, end = switch(proxies, mode), switch(proxies, "ok")
        yield from measure_fault(f"{fault}; {NAME}", nginx.url, begin, end)
    with upgradable(site) as upgrade:
        yield from measure_upgrades(nginx.url, upgrade, checkout, NAME)
        # Last, as Varnish takes it for dead for a while. It wants a proxy: no limits.
        yield from measure_slow_clients("gunicorn alone", site, limited=False)


def switch(proxies, mode):
    """Return a function that switches all `proxies` to `mode`."""
    return lambda: [proxy.switch(mode)() for proxy in proxies]


class SlowClients:
    """Connections that send `start` and then a byte a second.

    `open` holds the numbers of those that the server has not closed or responded to.
    """

    def __init__(self, port, start):
        self.port, self.start, self.stopped = port, start, threading.Event()
        self.open = set()

    def __enter__(self):
        for number in range(CLIENTS):
            threading.Thread(target=self._send, args=[number], daemon=True).start()
        time.sleep(1)
        return self

    def __exit__(self, *error):
        self.stopped.set()

    def _send(self, number):
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port)) as s:
            s.settimeout(1)
            s.sendall(self.start)
            self.open.add(number)
            while not (self.stopped.is_set() or is_over(s)):
                s.sendall(b"x")
        self.open.discard(number)


def is_over(connection):
    """Return whether the server responds, or closes the connection, in its time-out."""
    try:
        connection.recv(1)
    except TimeoutError:
        return False
    return True


def measure_slow_clients(name, server, *, limited=True):
    for kind, start_of_request in [("headers", HEAD), ("bodies", BODY)]:
        watch = Watch([f"{server.url}{path}" for path in ("/", SEARCHES[0])])
        with SlowClients(server.port, start_of_request) as clients:
            watch.watch(SLOW_SECONDS)
            connected = len(clients.open)
        fault = f"{CLIENTS} slow {kind}; {name}"
        wait, wrong, least = (1, 0, CONNECTED) if limited else (None, None, None)
        yield Row(fault, "longest wait for a page", watch.worst, wait, "s")
        yield count_wrong(fault, watch.statuses, "responses", 200, limit=wrong)
        yield Row(fault, "connected all the time", connected, least, rule="at least")
