"""A TCP proxy that fails on demand, between the site and its database."""

import socket
import threading
import time
from contextlib import suppress

POLL = 0.05  # seconds


class Proxy:
    """Passes connections on to a port of this machine.

    `mode` is "ok"; "refuse", which also cuts open connections; "hang", a line that
    stays open and silent; or "drop", a line on which responses are lost.
    """

    def __init__(self, target):
        self.target, self.mode = target, "ok"
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def switch(self, mode):
        """Return a function that switches to `mode`."""
        return lambda: setattr(self, "mode", mode)

    @property
    def redis_url(self):
        return f"redis://127.0.0.1:{self.port}/0"

    def before_database(self, checkout):
        """Return the checkout with its PostgreSQL behind this proxy."""
        url = checkout.env["DATABASE_URL"]
        return checkout.with_env(
            DATABASE_URL=url.replace(f":{self.target}/", f":{self.port}/")
        )

    def _accept(self):
        while True:
            site, _ = self.server.accept()
            threading.Thread(target=self._connect, args=[site], daemon=True).start()

    def _connect(self, site):
        with suppress(OSError):
            if self.mode != "refuse":
                target = socket.create_connection(("127.0.0.1", self.target))
                for ends in [(site, target), (target, site)]:
                    is_response = ends[0] is target
                    arguments = [*ends, is_response]
                    threading.Thread(
                        target=self._pass, args=arguments, daemon=True
                    ).start()
                return
        site.close()

    def _pass(self, source, sink, is_response):
        source.settimeout(POLL)
        with suppress(OSError):
            while self.mode != "refuse":
                try:
                    block = source.recv(65536)
                except TimeoutError:
                    continue
                while self.mode == "hang":
                    time.sleep(POLL)
                if not block:
                    break
                if not (is_response and self.mode == "drop"):
                    sink.sendall(block)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
