"""The server that `make run` starts on a new machine."""

import socket
import time
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.browser

THREADS = 8  # of all processes together, unless told otherwise
REQUEST = (
    "POST /comments/1/ HTTP/1.1\r\nHost: {}\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\n"
    "Content-Length: 1000\r\n\r\nname=Dana&text="
)


def test_first_start_serves_the_demo_content(site):
    page = urlopen(f"{site.url}/blog/runners-knee/", timeout=60).read().decode()
    assert "Runner" in page


def test_idle_connections_are_closed_within_half_a_minute(site):
    host, port = urlsplit(site.url).netloc.split(":")
    start, visitors = time.monotonic(), []
    for _ in range(THREADS):
        visitors.append(socket.create_connection((host, int(port)), timeout=30))
        visitors[-1].sendall(REQUEST.format(f"{host}:{port}").encode())
    for visitor in visitors:
        with visitor:
            while visitor.recv(65536):
                pass
    assert time.monotonic() - start < 30
