"""Measure the site, print one table, and write it to docs/performance.md."""

import json
import os
import platform
import re
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from .servers import ROOT, free_port, start_bare, start_nginx, start_site, start_varnish

ARTICLE, INDEX = "/blog/runners-knee/", "/blog/"
ROUNDS, SECONDS, CONNECTIONS = 3, 2, 16
REASONS = "after a new comment", "with nothing kept"
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
LATE = re.compile(r"99%\s+([\d.]+)(us|ms|s)\b")
MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1000}
POST = """
local number = 0
function setup(thread) counter = (counter or 0) + 1; thread:set("id", counter) end
function request()
    number = number + 1
    local ip = string.format("10.%d.%d.%d", id, math.floor(number / 250), number % 250)
    local body = string.format(
        "name=Reader&email=r%d-%d@example.org&text=Words+%d+of+%d",
        id, number, number, id)
    return wrk.format("POST", nil, {["X-Forwarded-For"] = ip, ["Content-Type"] =
        "application/x-www-form-urlencoded"}, body)
end
"""


def wrk(address, encoding="br", connections=CONNECTIONS, script=None, cookie=""):
    """Return requests a second and the 99th percentile in milliseconds."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency"]
    command += ["-H", f"Accept-Encoding: {encoding}", "-H", f"Cookie: {cookie}"]
    command += ["-s", script] if script else []
    text = run([*command, address])
    if "Non-2xx" in text and not script:
        raise SystemExit(f"{address} answered with errors:\n{text}")
    late, unit = LATE.search(text).groups()
    return float(RATE.search(text)[1]), float(late) * MILLISECONDS[unit]


def run(command, env=None):
    """Return what a command prints."""
    return subprocess.run(  # noqa: S603 - nothing comes from outside
        command,
        check=True,
        stdout=subprocess.PIPE,
        env=os.environ | (env or {}),
        cwd=ROOT,
        text=True,
    ).stdout


def rounds(cases):
    """Measure each case in turn, several times; return medians of (rate, late, CPU)."""
    found = {name: [] for name in cases}
    for _ in range(ROUNDS):
        for name, (server, address, encoding, cookie) in cases.items():
            before = server.cpu()
            rate, late = wrk(address, encoding, cookie=cookie)
            cpu = (server.cpu() - before) * 1000 / (rate * SECONDS)
            found[name].append((rate, late, cpu))
    return {
        name: [statistics.median(values) for values in zip(*each, strict=True)]
        for name, each in found.items()
    }


def fetch(address, encoding="br"):
    """Return the body of an answer."""
    headers = {"Accept-Encoding": encoding}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
        return answer.read()


def main():
    """Do everything in a folder that is gone afterwards."""
    if not shutil.which("wrk"):
        raise SystemExit("wrk is missing: apt-get install wrk nginx-light varnish")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        rows = bench(Path(folder))
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    sys.stdout.write(table + "\n")
    text = f"""# Performance

Written by `make bench` on {time.strftime("%Y-%m-%d")}: {os.cpu_count()} cores,
Python {platform.python_version()}, {CONNECTIONS} connections, medians of {ROUNDS}
interleaved rounds of {SECONDS} s. Ratios count, not the figures themselves.

{table}
"""
    (ROOT / "docs" / "performance.md").write_text(text)


def bench(folder):
    """Return the rows of the table."""
    port, front = free_port(), free_port()
    database = os.environ.get("BENCH_DATABASE_URL") or f"sqlite:///{folder}/db.sqlite3"
    env = {
        "DJANGO_SETTINGS_MODULE": "boulder_therapeutics.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATABASE_URL": database,
        "MEDIA_ROOT": str(folder / "media"),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "FRONT_CACHE_URL": f"http://127.0.0.1:{front}",
        "TRUSTED_PROXIES": "1",
        "DEMO_PASSWORD": secrets.token_urlsafe(9),
        "REDIS_URL": "",
    }
    # Pages, and so their pictures, cannot be made without the static files.
    for command in (["collectstatic", "--no-input"], ["migrate"], ["load_demo"]):
        run([sys.executable, "manage.py", *command, "--verbosity=0"], env)
    servers = [start_site(port, ARTICLE, env)]
    site = servers[0]
    try:
        return measure(folder, site, front, env, servers)
    finally:
        for server in servers[::-1]:
            if server.process.poll() is None:
                server.stop()


def measure(folder, site, front, env, servers):
    """Return the rows of the table, with all servers running."""
    folder.chmod(0o755)  # nginx gives its rights away
    (folder / "www").mkdir()
    body = folder / "www" / "body"
    body.write_bytes(fetch(site.address + ARTICLE))
    bare, nginx = start_bare(body), start_nginx(folder)
    servers += [bare, *filter(None, [nginx])]
    varnish = start_varnish(folder, front, site, ARTICLE)
    servers += filter(None, [varnish])
    cases = {
        "bare": (bare, bare.address, "br", ""),
        "warm": (site, site.address + ARTICLE, "br", ""),
        "commented": (site, site.address + ARTICLE, "br", "commenter=Ann"),
    }
    if nginx:
        cases["nginx"] = (nginx, nginx.address + "/body", "br", "")
    if varnish:
        fetch(varnish.address + INDEX, "gzip")
        for name, path in {"front": ARTICLE, "front index": INDEX}.items():
            cases[name] = (varnish, varnish.address + path, "gzip", "")
    rows = compare(rounds(cases), site)
    rows += make_anew(env)
    rows += look_for_stale_answers(site, varnish, env)
    rows.append(post_comments(folder, site))
    site.stop()
    if varnish:
        time.sleep(1)
        served = len(fetch(varnish.address + ARTICLE, "gzip"))
        what = f"Varnish serves {served:,} bytes"
        rows.append(["web processes stopped", what, "pages still served"])
    again = start_site(site.port, ARTICLE, env)
    servers.append(again)
    took = f"{again.seconds_to_start:.1f} s"
    rows.append(["stopped → first whole article", took, "≤ 2 s"])
    return [["what", "measured", "goal"], ["---"] * 3, *rows]


def compare(found, site):
    """Return the rows about requests a second."""

    def ratio(name, beside):
        rate, other = found[name][0], found[beside][0]
        return f"{rate / other:.0%} ({rate:,.0f} of {other:,.0f} a second)"

    rows, late = [], f"{found['warm'][1]:.1f} ms, {found['bare'][1]:.1f} ms"
    if {"front", "nginx"} <= found.keys():
        for name, case in {"article": "front", "index": "front index"}.items():
            what = f"{name} behind Varnish, of nginx with a file"
            rows.append([what, ratio(case, "nginx"), "≥ 50 %"])
    what = "article from Python, of a bare Django view"
    return [
        *rows,
        [what, ratio("warm", "bare"), "≥ 80 %"],
        ["p99 of it, and of the bare view", late, "no worse"],
        ["CPU of one such answer", f"{found['warm'][2]:.2f} ms", ""],
        ["one who has commented, of another", ratio("commented", "warm"), "≥ 95 %"],
        ["memory of the web after that", f"{site.memory():.0f} MiB", "≤ 180 MiB"],
    ]


def make_anew(env):
    """Return the rows about pages that are not in the cache."""
    command = [sys.executable, "-m", "boulder_therapeutics.bench.cold", ARTICLE, INDEX]
    cold = json.loads(run(command, env | {"FRONT_CACHE_URL": ""}))
    goals = {"article": "≤ 10 ms, ≤ 8 queries", "index": "≤ 10 ms, ≤ 6 queries"}
    return [
        [f"{name} made anew, {why}", f"{cpu:.1f} ms of CPU, {queries} queries", goal]
        for (name, goal), found in zip(goals.items(), cold, strict=True)
        for why, (cpu, queries, _) in zip(REASONS, found, strict=True)
    ]


def look_for_stale_answers(site, varnish, env):
    """Return the rows about purges under load."""
    command = [sys.executable, "-m", "boulder_therapeutics.bench.stale", "runners-knee"]
    rows = []
    for name, servers in {"": [site], " and Varnish": [site, varnish]}.items():
        if all(servers):
            ports = [str(server.port) for server in servers]
            total, wrong = json.loads(run([*command, *ports], env))
            what = f"stale answers, two processes{name}"
            rows.append([what, f"{wrong} of {total:,}", "0 of 10,000"])
    return rows


def post_comments(folder, site):
    """Return the row of comments posted with all checks on."""
    (folder / "post.lua").write_text(POST)
    page = re.search(rb"/comments/(\d+)/", fetch(site.address + ARTICLE, "identity"))[1]
    address = f"{site.address}/comments/{page.decode()}/"
    rate, late = wrk(address, connections=8, script=str(folder / "post.lua"))
    kind = "PostgreSQL" if os.environ.get("BENCH_DATABASE_URL") else "SQLite"
    return [
        f"comments posted, 8 connections, {kind}",
        f"{rate:.0f} a second, p99 {late:.0f} ms",
        "≥ 300 a second, ≤ 40 ms (PostgreSQL)",
    ]


main()
