"""Change an article repeatedly under load and count the stale responses.

`python -m benchmarks.measure.stale SLUG PORT …` prints [responses, stale responses].
After each change, concurrent visitors read the article; each response must show it.
"""

import http.client
import json
import sys
import threading

import django

django.setup()

from blog.models import BlogPage  # noqa: E402

CHANGES = 20
VISITORS, REQUESTS = 4, 125  # after each change


def read(ports, path, expected, stale):
    """Request the article over new connections, which any process may accept."""
    for number in range(REQUESTS):
        connection = http.client.HTTPConnection("127.0.0.1", ports[number % len(ports)])
        connection.request("GET", path)
        text = connection.getresponse().read().decode()
        connection.close()
        if expected not in text:
            stale.append(expected)


def main(slug, *ports):
    """Print the number of responses, and of stale ones."""
    stale, page = [], BlogPage.objects.get(slug=slug)
    for number in range(CHANGES):
        page.introduction = f"Change number {number}."
        page.save_revision().publish()
        arguments = (ports, page.url, page.introduction, stale)
        visitors = [
            threading.Thread(target=read, args=arguments) for _ in range(VISITORS)
        ]
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
    sys.stdout.write(json.dumps([CHANGES * VISITORS * REQUESTS, len(stale)]))


main(sys.argv[1], *map(int, sys.argv[2:]))
