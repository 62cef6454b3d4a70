"""Processes of the site that are killed, or replaced by new ones, under load."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

from benchmarks.servers import free_port

from ..posts import Posts
from ..rows import Row
from ..sites import ARTICLE, start
from ..visitors import SEARCHES, Crowd, count_wrong, seconds_until_well

WORKERS, MASTERS, UPGRADES = 20, 3, 3
BETWEEN = 1, 5, 5  # seconds
PATHS = ["/", ARTICLE, "/sitemap.xml", "/blog/", *SEARCHES[:4]]


def measure(sites):
    checkouts = {
        "SQLite": sites.on_sqlite("killed_sqlite"),
        "PostgreSQL": sites.on_postgresql("killed_postgresql"),
    }
    for kind, checkout in checkouts.items():
        yield from measure_kills(checkout, kind)
    for kind, checkout in checkouts.items():
        with start(checkout) as site, upgradable(site) as upgrade:
            yield from measure_upgrades(site.url, upgrade, checkout, kind)


def measure_kills(checkout, kind):
    with Service(checkout) as service:
        for name, kill, times, pause, limit in [
            ("workers", service.kill_worker, WORKERS, BETWEEN[0], 2),
            ("masters", service.kill_master, MASTERS, BETWEEN[1], 5),
        ]:
            with Posts(service.url) as posts:
                time.sleep(pause)
                for _ in range(times):
                    kill()
                    # Workers without a master respond for another second.
                    time.sleep(pause)
                    seconds_until_well(f"{service.url}/health/ready")
            name = f"{times} killed {name}, {kind}"
            measured = "longest time without an accepted post"
            yield Row(name, measured, posts.longest_gap, limit, "s")
            yield from posts.rows(name, checkout)


class Service:
    """A site that is started again as soon as its master process ends."""

    def __init__(self, checkout):
        self.checkout, self.port, self.stopped = checkout, free_port(), False
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        threading.Thread(target=self._keep_running, daemon=True).start()
        seconds_until_well(f"{self.url}/health/ready")
        return self

    def __exit__(self, *error):
        self.stopped = True
        self.process.terminate()
        self.process.wait()

    def _keep_running(self):
        env = os.environ | self.checkout.env | {"PORT": str(self.port)}
        command = [sys.executable, "manage.py", "serve"]
        while not self.stopped:
            with (self.checkout.folder / "log").open("a") as log:
                self.process = subprocess.Popen(
                    command, cwd=self.checkout.folder, env=env, stdout=log, stderr=log
                )
            self.process.wait()

    def kill_worker(self):
        pid = self.process.pid
        workers = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        os.kill(int(random.choice(workers)), signal.SIGKILL)

    def kill_master(self):
        self.process.kill()


@contextmanager
def upgradable(site):
    """Yield a function that replaces the processes of a site by new ones."""
    group = site.process.pid

    def master():
        command = ["pgrep", "--oldest", "--runstates=D,R,S", f"--pgroup={group}"]
        return int(subprocess.check_output(command))

    def upgrade():
        old = master()
        os.kill(old, signal.SIGUSR2)
        while master() == old:
            time.sleep(0.1)

    yield upgrade
    os.killpg(group, signal.SIGTERM)


def measure_upgrades(url, upgrade, checkout, name):
    with Posts(url) as posts, Crowd(url, PATHS) as crowd:
        for _ in range(UPGRADES):
            time.sleep(BETWEEN[2])
            upgrade()
        time.sleep(BETWEEN[2])
    name = f"{UPGRADES} times new code by `SIGUSR2`, {name}"
    statuses = crowd.statuses + posts.statuses
    what = f"of {len(statuses):,} responses, all"
    yield count_wrong(name, statuses, what, 200, 303)
    longest = max(waited for _, waited in crowd.responses)
    yield Row(name, "longest wait for a page", longest, 5, "s")
    yield from posts.rows(name, checkout)
