"""An answer as it is kept: headers, and the body in each encoding asked for."""

import gzip
import hashlib
import json
import re
from dataclasses import dataclass, field
from functools import partial

import brotli

from django.http import HttpResponse
from django.utils.cache import cc_delim_re

ENCODINGS = {
    "br": partial(brotli.compress, quality=3),
    "gzip": partial(gzip.compress, compresslevel=6, mtime=0),
}
# What is said anew in each answer, or only about one of them.
OWN_HEADERS = {"cache-control", "content-length", "date", "etag", "vary", "x-cache"}
LEAST = 500  # bytes that are worth it
TEXT = re.compile(r"text/|[/+](xml|json|javascript)")


@dataclass
class Entry:
    """An answer, what it shows, and when its making began."""

    number: int
    tags: list
    until: float
    headers: dict
    bodies: dict
    etag: str
    # Whether its Brotli is as small as can be, or soon will be.
    is_dense: bool = field(default=False, compare=False)
    # Up to which purge this process knows that it is right.
    checked: int = field(default=0, compare=False)

    @classmethod
    def make(cls, response, number, tags, until):
        """Keep `response`, which was made since purge `number`."""
        body = response.content
        digest = hashlib.sha256(body).hexdigest()[:24]
        headers = {
            name: value
            for name, value in response.items()
            if name.lower() not in OWN_HEADERS
        }
        # Weak, as it stands for the body in each encoding.
        return cls(number, tags, until, headers, {"": body}, f'W/"{digest}"')

    @property
    def size(self):
        """Bytes, about."""
        return 1000 + 2 * len(self.bodies[""])

    def dumps(self):
        """Return the entry as bytes."""
        bodies = self.bodies.copy()  # to which another thread may add one meanwhile
        sizes = {encoding: len(body) for encoding, body in bodies.items()}
        head = [self.number, self.tags, self.until, self.headers, self.etag]
        head += [self.is_dense, sizes]
        return b"\n".join([json.dumps(head).encode(), b"".join(bodies.values())])

    @classmethod
    def loads(cls, data):
        """Return the entry that `data` holds; raise ValueError if it holds none."""
        head, _, rest = data.partition(b"\n")
        number, tags, until, headers, etag, is_dense, sizes = json.loads(head)
        bodies, start = {}, 0
        for encoding, size in sizes.items():
            bodies[encoding] = rest[start : start + size]
            start += size
        if len(rest) != start:
            raise ValueError("Not whole.")
        return cls(number, tags, until, headers, bodies, etag, is_dense)

    def condense(self):
        """Compress what readers ask for as well as can be."""
        self.bodies["br"] = brotli.compress(self.bodies[""], quality=11)

    def respond(self, request, shared):
        """Return the answer to `request`; `shared` is what to tell other caches."""
        known = request.headers.get("if-none-match")
        if known and (known == "*" or self.etag in cc_delim_re.split(known)):
            response = HttpResponse(status=304)
            del response.headers["Content-Type"]
        else:
            encoding, body = self.encode(request.headers.get("accept-encoding", ""))
            # HttpResponse would look at each line of the body and of the headers.
            response = HttpResponse(body, headers=self.headers)
            response.headers["Content-Length"] = str(len(body))
            if encoding:
                response.headers["Content-Encoding"] = encoding
        for name, value in shared.items():
            response.headers[name] = value
        response.headers["ETag"] = self.etag
        response.headers["Vary"] = "Accept-Encoding"
        return response

    def encode(self, accepted):
        """Return the encoding for who accepts those, and the body in it, kept from now.

        Readers ask for one, a front cache for another, so seldom are all needed.
        """
        kind = self.headers.get("Content-Type", "")
        encoding = choose_encoding(accepted, kind, self.bodies[""])
        if encoding not in self.bodies:
            self.bodies[encoding] = ENCODINGS[encoding](self.bodies[""])
        return encoding, self.bodies[encoding]


def choose_encoding(accepted, response_type, body):
    """Return the best encoding of `accepted` for a body, "" where none is worth it."""
    # Who gives qualities of 0 is rare enough to get what everybody understands.
    if TEXT.search(response_type) and len(body) >= LEAST and "q=0" not in accepted:
        for encoding in ENCODINGS:
            if encoding in accepted:
                return encoding
    return ""
