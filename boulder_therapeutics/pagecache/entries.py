"""A cached response: its headers, and its body in each encoding requested so far."""

import hashlib
import json
import math
from dataclasses import dataclass, field

import brotli

from django.http import HttpResponse
from django.utils.cache import cc_delim_re

from .compression import ENCODERS, choose_encoding

# Set for each response, or valid for one of them only.
UNCACHED_HEADERS = {
    "cache-control",
    "content-length",
    "date",
    "etag",
    "vary",
    "x-cache",
}


@dataclass
class Entry:
    """A response, its tags, when it expires, and the version its rendering began at.

    From `gone` on, a time in seconds, it must not even be served as a fallback.
    """

    version: int
    tags: list
    expires: float
    headers: dict
    bodies: dict
    etag: str
    gone: float = math.inf
    # Whether its Brotli body is as small as possible, or soon will be.
    is_dense: bool = field(default=False, compare=False)
    # The version up to which this process has found it valid.
    checked_version: int = field(default=0, compare=False)

    @classmethod
    def from_response(cls, response, version, tags, expires, gone=math.inf):
        """Return an entry for `response`, rendered since `version`."""
        body = response.content
        digest = hashlib.sha256(body).hexdigest()[:24]
        headers = {
            name: value
            for name, value in response.items()
            if name.lower() not in UNCACHED_HEADERS
        }
        # Weak, as it stands for the body in every encoding.
        etag = f'W/"{digest}"'
        return cls(version, tags, expires, headers, {"": body}, etag, gone)

    @property
    def size(self):
        """Approximate memory use in bytes."""
        return 1000 + 2 * len(self.bodies[""])

    def dumps(self):
        """Return the entry as bytes."""
        bodies = self.bodies.copy()  # another thread may add an encoding
        sizes = {encoding: len(body) for encoding, body in bodies.items()}
        head = [self.version, self.tags, self.expires, self.headers, self.etag]
        head += [self.gone, self.is_dense, sizes]
        return b"\n".join([json.dumps(head).encode(), b"".join(bodies.values())])

    @classmethod
    def loads(cls, data):
        """Return the entry in `data`; raise ValueError if it is incomplete."""
        head, _, rest = data.partition(b"\n")
        *fields, is_dense, sizes = json.loads(head)
        version, tags, expires, headers, etag, gone = fields
        bodies, start = {}, 0
        for encoding, size in sizes.items():
            bodies[encoding] = rest[start : start + size]
            start += size
        if len(rest) != start:
            raise ValueError("The entry is incomplete.")
        return cls(version, tags, expires, headers, bodies, etag, gone, is_dense)

    @staticmethod
    def loads_head(line):
        """Return version and tags of the entry whose data starts with `line`."""
        version, tags, *_ = json.loads(line)
        return version, tags

    def condense(self):
        """Compress the body for browsers as well as possible, which takes 50 ms."""
        self.bodies["br"] = brotli.compress(self.bodies[""], quality=11)

    def to_response(self, request, headers):
        """Return the response to `request`, with `headers` added."""
        known = request.headers.get("if-none-match")
        if known and (known == "*" or self.etag in cc_delim_re.split(known)):
            response = HttpResponse(status=304)
            del response.headers["Content-Type"]
        else:
            encoding, body = self.encode(request.headers.get("accept-encoding", ""))
            response = HttpResponse(body, headers=self.headers)
            response.headers["Content-Length"] = str(len(body))
            if encoding:
                response.headers["Content-Encoding"] = encoding
        for name, value in headers.items():
            response.headers[name] = value
        response.headers["ETag"] = self.etag
        response.headers["Vary"] = "Accept-Encoding"
        return response

    def encode(self, accepted):
        """Return the best encoding in the Accept-Encoding header, and the body in it.

        Browsers request one encoding and a front cache another, so few are needed.
        """
        content_type = self.headers.get("Content-Type", "")
        encoding = choose_encoding(accepted, content_type, self.bodies[""])
        if encoding not in self.bodies:
            self.bodies[encoding] = ENCODERS[encoding](self.bodies[""])
        return encoding, self.bodies[encoding]
