"""A Redis of the tests' own, which can be stopped and started again."""

import subprocess
import time

from redis import Redis, RedisError

from .ports import free_port

START_LIMIT = 20  # seconds


class RedisServer:
    """A Redis on a free port, with all that it may write in one folder."""

    def __init__(self, folder):
        self.folder, self.port, self._process = folder, free_port(), None
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.client = Redis.from_url(self.url)

    def start(self):
        """Start it, unless it runs, and wait until it answers."""
        if self._process:
            return
        options = f"--port {self.port} --bind 127.0.0.1 --dir {self.folder}".split()
        self._process = subprocess.Popen(
            ["redis-server", *options, "--save", ""], stdout=subprocess.DEVNULL
        )
        deadline = time.monotonic() + START_LIMIT
        while not self._answers():
            assert time.monotonic() < deadline, "Redis does not answer."

    def stop(self):
        """Stop it; what it holds is there again after the next start."""
        if self._process:
            self.client.shutdown(save=True)
            self._process.wait(START_LIMIT)
            self._process = None

    def _answers(self):
        try:
            return self.client.ping()
        except RedisError:
            time.sleep(0.02)
            return False
