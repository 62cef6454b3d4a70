"""An answer as it is kept: headers, and the body in every encoding."""

import gzip
import hashlib
import json
import re
from dataclasses import dataclass, field

import brotli

from django.http import HttpResponse
from django.utils.cache import cc_delim_re

ENCODINGS = ["br", "gzip", ""]
# What is said anew in each answer, or only about one of them.
OWN_HEADERS = {"cache-control", "content-length", "date", "etag", "vary", "x-cache"}
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
        return cls(number, tags, until, headers, _compress(response), f'W/"{digest}"')

    @property
    def size(self):
        """Bytes, about."""
        return 1000 + sum(map(len, self.bodies.values()))

    def dumps(self):
        """Return the entry as bytes."""
        sizes = {encoding: len(body) for encoding, body in self.bodies.items()}
        head = [self.number, self.tags, self.until, self.headers, self.etag, sizes]
        return b"\n".join([json.dumps(head).encode(), b"".join(self.bodies.values())])

    @classmethod
    def loads(cls, data):
        """Return the entry that `data` holds; raise ValueError if it holds none."""
        head, _, rest = data.partition(b"\n")
        number, tags, until, headers, etag, sizes = json.loads(head)
        bodies, start = {}, 0
        for encoding, size in sizes.items():
            bodies[encoding] = rest[start : start + size]
            start += size
        if len(rest) != start:
            raise ValueError("Not whole.")
        return cls(number, tags, until, headers, bodies, etag)

    def respond(self, request, shared):
        """Return the answer to `request`; `shared` is what to tell other caches."""
        known = request.headers.get("if-none-match")
        if known and (known == "*" or self.etag in cc_delim_re.split(known)):
            response = HttpResponse(status=304)
            del response.headers["Content-Type"]
        else:
            encoding = self._choose(request.headers.get("accept-encoding", ""))
            body = self.bodies[encoding]
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

    def _choose(self, accepted):
        # Who gives qualities of 0 is rare enough to get what everybody understands.
        if "q=0" not in accepted:
            for encoding in ENCODINGS[:-1]:
                if encoding in accepted and encoding in self.bodies:
                    return encoding
        return ""


def _compress(response):
    body = response.content
    if len(body) < 500 or not TEXT.search(response.get("Content-Type", "")):
        return {"": body}
    return {
        "br": brotli.compress(body, quality=5),
        "gzip": gzip.compress(body, 6, mtime=0),
        "": body,
    }
