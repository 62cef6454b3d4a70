"""CPU milliseconds and queries of pages that are not in the cache.

`python -m benchmarks.measure.cold SLUG PATH …` prints {reason: {path: [CPU, queries]}}
for all pages with nothing cached, and for the first, the article, after a change.
"""

import json
import statistics
import sys
import time

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from .changes import Changes  # noqa: E402
from .site_api import invalidate_all  # noqa: E402

RENDERS = 9


def measure(path, change):
    """Return the median CPU milliseconds and the queries of re-rendering a page."""
    times = []
    visitor.get(path)
    for _ in range(RENDERS):
        change()
        start = time.process_time()
        response = visitor.get(path)
        times.append((time.process_time() - start) * 1000)
        assert response["X-Cache"] == "miss"  # noqa: S101
    change()
    with CaptureQueriesContext(connection) as queries:
        visitor.get(path)
    return statistics.median(times), len(queries)


slug, article, *others = sys.argv[1:]
changes = Changes(slug)
visitor = Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "br"})
figures = {
    "with nothing cached": {
        path: measure(path, invalidate_all) for path in [article, *others]
    },
    "after a comment": {article: measure(article, changes.comment)},
    "after an edit": {article: measure(article, changes.edit)},
}
sys.stdout.write(json.dumps(figures))
