"""Changes an article again and again while others read it; counts old answers.

Each change is followed by readers on all processes; what they get must hold it.
"""

import http.client
import json
import sys
import threading

import django

django.setup()

from blog.models import BlogPage  # noqa: E402

CHANGES = 20
READERS, ANSWERS = 4, 125  # after each change


def read(ports, path, expected, wrong):
    """Read the article over new connections, which any process may answer."""
    for number in range(ANSWERS):
        connection = http.client.HTTPConnection("127.0.0.1", ports[number % len(ports)])
        connection.request("GET", path)
        text = connection.getresponse().read().decode()
        connection.close()
        if expected not in text:
            wrong.append(expected)


def main(slug, *ports):
    """Print how many answers were read, and how many of them were old."""
    wrong, page = [], BlogPage.objects.get(slug=slug)
    for number in range(CHANGES):
        page.introduction = f"Change number {number}."
        page.save_revision().publish()
        arguments = (ports, page.url, page.introduction, wrong)
        readers = [
            threading.Thread(target=read, args=arguments) for _ in range(READERS)
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
    sys.stdout.write(json.dumps([CHANGES * READERS * ANSWERS, len(wrong)]))


main(sys.argv[1], *map(int, sys.argv[2:]))
