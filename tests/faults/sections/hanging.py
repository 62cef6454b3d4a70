"""A process whose threads hang for ever, with the limits of production."""

import sys
import threading
import time

from benchmarks.servers import Server, free_port

from ..rows import Row
from ..visitors import request

THREADS = 2
GIVE_UP = 90  # seconds


def measure(sites):
    port = free_port()
    command = [sys.executable, "-m", "tests.operations.hanging_server", str(port)]
    with Server(command, port) as site:
        _, _, old = request(site.url)
        for _ in range(THREADS):
            hang = threading.Thread(target=request, args=[f"{site.url}/hang"])
            hang.start()
        seconds = seconds_until_another(site.url, old)
        yield Row("all threads of a process hang", "replaced after", seconds, 30, "s")


def seconds_until_another(url, old):
    """Return the seconds until another process than `old` responds."""
    start = time.monotonic()
    while (seconds := time.monotonic() - start) < GIVE_UP:
        status, _, process = request(url)
        if status == 200 and process != old:
            break
        time.sleep(0.1)
    return seconds
