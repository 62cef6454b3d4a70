"""Clients who send their requests byte by byte, to nginx, Varnish and the site."""

import os
import secrets
import socket
import sys
import threading
import time
from contextlib import suppress

from benchmarks.servers import ROOT, Server, free_port, start_varnish

from .visitors import Watch

CLIENTS, SECONDS = 150, 12
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


def start_nginx(folder, target):
    """Start nginx with the configuration in docs/, in front of the port `target`."""
    port = free_port()
    site = (ROOT / "docs" / "nginx.conf").read_text()
    site = site.replace("front:80;", f"127.0.0.1:{target};")
    site = site.replace("listen 8080", f"listen 127.0.0.1:{port}")
    config = folder / "proxy.conf"
    config.write_text(MAIN.format(folder=folder, site=site))
    return Server(["nginx", "-p", str(folder), "-c", str(config)], port, "/")


def start_site(folder):
    port = free_port()
    env = {"SECRET_KEY": secrets.token_hex(40), "PORT": str(port)}
    env |= {"DATABASE_URL": f"sqlite:///{folder}/site.sqlite3", "TRUSTED_PROXIES": "2"}
    env |= {"MEDIA_ROOT": str(folder / "media"), "SITE_URL": f"http://127.0.0.1:{port}"}
    return Server([sys.executable, "manage.py", "serve"], port, "/", env)


class SlowClients:
    """Connections that send `start` and then a byte a second."""

    def __init__(self, port, start):
        self.port, self.start, self.stopped = port, start, threading.Event()

    def __enter__(self):
        for _ in range(CLIENTS):
            threading.Thread(target=self._send, daemon=True).start()
        time.sleep(1)

    def __exit__(self, *error):
        self.stopped.set()

    def _send(self):
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port)) as s:
            s.sendall(self.start)
            while not self.stopped.wait(1):
                s.sendall(b"x")


def measure(stack, folder):
    folder = folder / "slow"
    folder.mkdir(mode=0o755)
    # The workers of nginx run as another user.
    os.chmod(folder, 0o777)
    site = stack.enter_context(start_site(folder))
    varnish = stack.enter_context(start_varnish(folder, free_port(), site, "/"))
    nginx = stack.enter_context(start_nginx(folder, varnish.port))
    for name, server in [("nginx, Varnish", nginx), ("gunicorn alone", site)]:
        for kind, start in [("headers", HEAD), ("bodies", BODY)]:
            watch = Watch([f"{server.url}/"])
            with SlowClients(server.port, start):
                watch.watch(SECONDS)
            limit = "1 s" if server is nginx else "none: it wants a proxy"
            yield (
                f"{CLIENTS} slow {kind}, {name}",
                "longest wait for a page",
                f"{watch.worst:.2f} s",
                limit,
            )
