"""Disks of the cache and of uploads that are full. Needs root, for a small tmpfs."""

import subprocess
import time
from contextlib import suppress

from ..posts import Posts
from ..rows import Row
from ..sites import ARTICLE, start
from ..staff import Browser, noise
from ..visitors import SEARCHES, Crowd, count_wrong, request, seconds_until_well

PATHS = ["/", ARTICLE, "/services/", "/blog/", *SEARCHES[:4]]
SECONDS = 10


class Disk:
    """A file system of its own at `folder`."""

    def __init__(self, sites, folder, size):
        self.folder, self.filler = folder, folder / "filler"
        folder.mkdir(exist_ok=True, parents=True)
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
        subprocess.run(command, check=True)
        sites.callback(subprocess.run, ["umount", "--lazy", str(folder)])

    def fill(self):
        with suppress(OSError), self.filler.open("ab", buffering=0) as file:
            while True:
                file.write(bytes(4096))

    def free(self):
        self.filler.unlink()


def measure(sites):
    yield from measure_cache(sites)
    yield from measure_media(sites)


def measure_cache(sites):
    checkout = sites.on_sqlite("cache_disk")
    disk = Disk(sites, checkout.folder / "var" / "cache", "4m")
    disk.fill()
    name = "cache disk full at the start"
    with start(checkout) as site:
        yield Row(name, "first page after", site.seconds_to_start, unit="s")
        yield from measure_full(name, site, checkout, disk)
    with start(checkout) as site:
        request(f"{site.url}{ARTICLE}")
        disk.fill()
        yield from measure_full("cache disk full later", site, checkout, disk)


def measure_full(name, site, checkout, disk):
    pids = site.pids
    with Posts(site.url) as posts, Crowd(site.url, PATHS) as crowd:
        time.sleep(SECONDS)
    ready, _, _ = request(f"{site.url}/health/ready")
    yield count_wrong(name, crowd.statuses, "responses", 200)
    yield from posts.rows(name, checkout)
    yield Row(name, "killed processes", len(set(pids) - set(site.pids)), 0)
    yield Row(name, "`/health/ready`", ready, 503, rule="exactly")
    disk.free()
    back = seconds_until_well(f"{site.url}/health/ready")
    yield Row(name, "whole again after", back, 5, "s")


def measure_media(sites):
    name = "media disk full"
    checkout = sites.on_sqlite("media_disk")
    disk = Disk(sites, sites.folder / "media", "1m")
    disk.fill()
    with start(checkout.with_env(MEDIA_ROOT=str(disk.folder))) as site:
        admin = Browser(site.url)
        admin.log_in(checkout.env["DEMO_PASSWORD"])
        response = admin.upload(noise())
        unnamed = "disk is full" not in response.text
        yield Row(name, "upload refused with", response.status, 507, rule="exactly")
        yield Row(name, "refused without naming the disk", int(unnamed), 0)
        left = [path for path in disk.folder.rglob("*") if path.is_file()]
        yield Row(name, "files left", len(left) - 1, 0)
        page, _, _ = request(f"{site.url}/")
        yield Row(name, "home page", page, 200, rule="exactly")
