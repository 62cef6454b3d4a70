"""Fetching files that are missing, only from hosts that were allowed by name.

The address is resolved once and checked, and the connection goes to that address, so
that a name that changes its address between the two cannot lead inside.
"""

import http.client
import ipaddress
import socket
import ssl
from urllib.parse import urljoin, urlsplit

from .attachments import MAX_DOWNLOAD, MediaError

TIMEOUT = 15  # seconds
MAX_REDIRECTS = 3
REDIRECTS = {301, 302, 303, 307, 308}


class Downloader:
    """Fetches files from the old site and the hosts that were named."""

    def __init__(self, site_url, hosts=()):
        own = urlsplit(site_url).hostname or ""
        bare = own.removeprefix("www.")
        self.hosts = {own, bare, f"www.{bare}", *map(str.lower, hosts)} - {"", "www."}
        self.failed = {}

    def fetch(self, url):
        """Return the bytes at `url`; raise MediaError, also if it failed before."""
        if url in self.failed:
            raise MediaError(self.failed[url])
        try:
            return self._fetch(url)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.failed[url] = f"it could not be fetched ({error})"
            raise MediaError(self.failed[url]) from error

    def _fetch(self, url):
        for _ in range(MAX_REDIRECTS + 1):
            response, connection = self._get(url)
            try:
                if response.status not in REDIRECTS:
                    return self._read(response)
                url = urljoin(url, response.headers.get("Location", ""))
            finally:
                connection.close()
        raise ValueError("too many redirects")

    def _get(self, url):
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("not an HTTP URL")
        if parts.hostname.lower() not in self.hosts:
            raise ValueError(f"{parts.hostname} is not allowed")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        connection = PinnedConnection(parts.hostname, port, parts.scheme == "https")
        target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        headers = {"Host": parts.netloc, "User-Agent": "import_wordpress"}
        connection.request("GET", target, headers=headers)
        return connection.getresponse(), connection

    def _read(self, response):
        if response.status != 200:
            raise ValueError(f"the server answered {response.status}")
        data = response.read(MAX_DOWNLOAD + 1)
        if len(data) > MAX_DOWNLOAD:
            raise ValueError("it is too large")
        return data


class PinnedConnection(http.client.HTTPConnection):
    """A connection to an address that was checked to be public."""

    def __init__(self, host, port, is_secure):
        super().__init__(host, port, timeout=TIMEOUT)
        self.is_secure = is_secure

    def connect(self):
        address = public_address(self.host, self.port)
        self.sock = socket.create_connection((address, self.port), self.timeout)
        if self.is_secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


def public_address(host, port):
    """Return an address of `host`; raise ValueError if any of them is not public."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [address[4][0] for address in found]
    for address in addresses:
        if not ipaddress.ip_address(address.partition("%")[0]).is_global:
            raise ValueError(f"{host} is not a public address")
    if not addresses:
        raise ValueError(f"{host} has no address")
    return addresses[0]
