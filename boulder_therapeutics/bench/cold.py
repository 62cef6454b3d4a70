"""What it costs to make a page: processor time and queries, as JSON.

For each address after a new comment, after an edit of the page itself, and with nothing
kept at all.
"""

import json
import statistics
import sys
import time

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from boulder_therapeutics.pagecache import purge  # noqa: E402

RENDERS = 15


def measure(client, address, kind):
    """Return the median milliseconds, queries and bytes of making the page anew."""
    tags = client.get(address)["xkey"].split()
    # What an edit purges is in all that shows the page; this names the page itself.
    tag = next(tag for tag in tags if tag.startswith(kind)).replace("self-", "page-")
    times = []
    for _ in range(RENDERS):
        purge([tag])
        start = time.process_time()
        response = client.get(address)
        times.append((time.process_time() - start) * 1000)
        assert response["X-Cache"] == "miss"  # noqa: S101
    purge([tag])
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return statistics.median(times), len(queries), len(response.content)


settings.PAGE_CACHE_SHARED = True  # which tells the tags of an answer
visitor = Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "br"})
found = [
    [measure(visitor, address, kind) for kind in ("comments-", "self-", "all")]
    for address in sys.argv[1:]
]
sys.stdout.write(json.dumps(found))
