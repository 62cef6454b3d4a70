"""What nginx responds by itself with docs/nginx.conf."""

import os
import shutil
import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from .sections.stack import start_nginx

TOO_LARGE = 7_000_000  # bytes; the limit is 6 MiB


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def nginx(tmp_path_factory):
    """Nginx in front of a site that has just stopped.

    Without nginx, the test is skipped, except in CI.
    """
    if not shutil.which("nginx") and not os.environ.get("CI"):
        pytest.skip("nginx is not installed.")
    folder = tmp_path_factory.mktemp("nginx")
    with HTTPServer(("127.0.0.1", 0), Site) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        server = start_nginx(folder, site.server_port)
        site.shutdown()
    with server:
        yield server


def send(server, method, body=None):
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request(method, "/", body)
    response = connection.getresponse()
    return response, response.read().decode()


def test_site_that_is_down_is_named_in_words(nginx):
    response, words = send(nginx, "GET")
    assert (response.status, response.headers["Retry-After"]) == (503, "30")
    assert "Please try again in a moment." in words


def test_body_that_is_too_large_is_refused_with_words(nginx):
    response, words = send(nginx, "POST", b"x" * TOO_LARGE)
    assert response.status == 413
    assert "more than the site accepts" in words
