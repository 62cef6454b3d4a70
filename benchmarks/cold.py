"""What it costs to make a page: processor time, queries and bytes, as JSON.

For each address after a new comment, after an edit of the article, and with nothing
kept at all.
"""

import json
import statistics
import sys
import time

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from .changes import Changes  # noqa: E402

RENDERS = 15
COMMENTS = 20


def measure(address, change):
    """Return the median milliseconds and the queries of making the page anew."""
    times = []
    visitor.get(address)
    for _ in range(RENDERS):
        change()
        start = time.process_time()
        response = visitor.get(address)
        times.append((time.process_time() - start) * 1000)
        assert response["X-Cache"] == "miss"  # noqa: S101
    change()
    with CaptureQueriesContext(connection) as queries:
        visitor.get(address)
    return statistics.median(times), len(queries)


slug, *addresses = sys.argv[1:]
call_command("grow", comments=COMMENTS, on=slug, verbosity=0)
changes = Changes(slug).kinds
visitor = Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "br"})
found = {
    reason: [measure(address, change) for address in addresses]
    for reason, change in changes.items()
}
sys.stdout.write(json.dumps(found))
