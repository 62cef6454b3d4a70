"""Downloads: only what was allowed, and only from public addresses."""

import socket

import pytest

from blog.wordpress.write.media.attachments import MediaError
from blog.wordpress.write.media.download import Downloader, public_address


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/a.png",
        "ftp://old.example/a.png",
        "file:///etc/passwd",
        "https://old.example@127.0.0.1/a.png",
        "http://[::1]/a.png",
        "not a url",
        "",
    ],
)
def test_only_allowed_hosts_are_asked(url, monkeypatch):
    def refuse(*arguments, **options):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "create_connection", refuse)
    with pytest.raises(MediaError):
        Downloader("https://old.example").fetch(url)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "10.0.0.1", "169.254.1.1"])
def test_only_public_addresses_are_asked(host):
    with pytest.raises(ValueError, match="public"):
        public_address(host, 80)
    with pytest.raises(MediaError):
        Downloader("https://old.example", [host]).fetch(f"http://{host}/a.png")


def test_failure_is_remembered():
    downloader = Downloader("http://localhost")
    for _ in range(2):
        with pytest.raises(MediaError, match="public"):
            downloader.fetch("http://localhost/a.png")
    assert list(downloader.failed) == ["http://localhost/a.png"]
