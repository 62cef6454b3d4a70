"""A PostgreSQL that refuses, cuts, drops or hangs, under 16 visitors."""

import os
import secrets
import sys

from benchmarks.servers import Server, free_port, start_postgresql

from .posts import measure_posts
from .proxy import Proxy
from .visitors import Crowd, Watch, request, seconds_until_well

VISITORS = 16
FAULT = 12  # seconds
ARTICLE = "/blog/runners-knee/"
MODES = {"refuse": "refused and cut", "hang": "hangs", "drop": "drops responses"}


def start_site(url):
    """Start the site with the demo content and the database at `url`."""
    port = free_port()
    env = {"DATABASE_URL": url, "PORT": str(port), "SECRET_KEY": secrets.token_hex(40)}
    command = [sys.executable, "manage.py", "serve", "--demo"]
    env["TRUSTED_PROXIES"] = "1"
    env["SITE_URL"] = f"http://127.0.0.1:{port}"
    return Server(command, port, "/", env | {"MEDIA_ROOT": os.environ["MEDIA_ROOT"]})


def measure(stack, folder):
    (folder / "database").mkdir(mode=0o755)
    server = stack.enter_context(start_postgresql(folder / "database"))
    proxy = Proxy(server.port)
    path = server.create_database("site").rpartition("/")[2]
    os.environ["MEDIA_ROOT"] = str(folder / "media")
    url = f"postgres://postgres@127.0.0.1:{proxy.port}/{path}"
    site = stack.enter_context(start_site(url))
    yield from measure_posts(
        f"{site.url}{ARTICLE}",
        proxy,
        f"postgres://postgres@127.0.0.1:{server.port}/{path}",
    )
    for mode, name in MODES.items():
        yield from measure_mode(site, proxy, mode, f"PostgreSQL {name}, {FAULT} s")


def measure_mode(site, proxy, mode, name):
    cached = [f"{site.url}{path}" for path in ("/", ARTICLE, "/health/live")]
    watch = Watch(cached)
    for url in cached:
        request(url)
    with Crowd(site.url, VISITORS) as crowd:
        watch.watch(2)
        watch.longest = dict.fromkeys(cached, 0)
        proxy.mode = mode
        watch.watch(FAULT)
        proxy.mode = "ok"
        back = seconds_until_well(f"{site.url}/health/ready")
    yield name, "longest wait for a cached page", f"{watch.worst:.2f} s", "1 s"
    errors = sum(status not in {200, 503} for status in crowd.statuses)
    yield (
        name,
        "responses but 200 and 503",
        str(errors + len(watch.statuses - {200})),
        "0",
    )
    yield name, "whole again after", f"{back:.1f} s", "5 s"
