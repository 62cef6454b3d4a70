"""Measure the site, print one table, and write it to docs/performance.md."""

import json
import os
import platform
import secrets
import shutil
import sys
import tempfile
import time
from pathlib import Path

from .load import CONNECTIONS, ROUNDS, SECONDS, fetch, post_comments, rounds, run
from .servers import (
    ROOT,
    free_port,
    start_bare,
    start_nginx,
    start_postgresql,
    start_redis,
    start_site,
    start_varnish,
)

SLUG = "runners-knee"
ARTICLE, INDEX = f"/blog/{SLUG}/", "/blog/"


def main():
    """Do everything in a folder that is gone afterwards."""
    if not shutil.which("wrk"):
        raise SystemExit(
            "wrk is missing: apt-get install wrk nginx-light varnish redis-server "
            "postgresql"
        )
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
    env = {
        "DJANGO_SETTINGS_MODULE": "boulder_therapeutics.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "MEDIA_ROOT": str(folder / "media"),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "FRONT_CACHE_URL": f"http://127.0.0.1:{front}",
        "TRUSTED_PROXIES": "1",
        "DEMO_PASSWORD": secrets.token_urlsafe(9),
        "REDIS_URL": "",
    }
    # Pages, and so their pictures, cannot be made without the static files.
    manage(env, "collectstatic", "--no-input")
    fill_database(env)
    servers = [start_site(port, ARTICLE, env)]
    site = servers[0]
    try:
        return measure(folder, site, front, env, servers)
    finally:
        for server in servers[::-1]:
            if server.process.poll() is None:
                server.stop()


def fill_database(env):
    """Make the tables and load the demo content."""
    manage(env, "migrate")
    manage(env, "load_demo")


def manage(env, *command):
    """Run a command of the site."""
    run([sys.executable, "manage.py", *command, "--verbosity=0"], env)


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
    rows += look_on_two_machines(folder, env, servers)
    rows.append(send_comments(folder, site, "SQLite"))
    site.stop()
    rows += send_to_postgresql(folder, env, servers)
    if varnish:
        time.sleep(1)
        served = len(fetch(varnish.address + ARTICLE, "gzip"))
        what = f"Varnish serves {served:,} bytes"
        rows.append(["web processes stopped", what, "pages still served"])
    again = start_site(site.port, ARTICLE, env)
    servers.append(again)
    took = f"{again.seconds_to_start:.1f} s"
    rows.append(["stopped → first whole article", took, "≤ 2 s"])
    again.stop()
    rows += grow(folder, env)
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
    command = [sys.executable, "-m", "benchmarks.cold", SLUG]
    cold = json.loads(run([*command, ARTICLE, INDEX], env | {"FRONT_CACHE_URL": ""}))
    goals = {"article": "≤ 10 ms, ≤ 8 queries", "index": "≤ 10 ms, ≤ 6 queries"}
    return [
        [f"{name} made anew, {why}", f"{cpu:.1f} ms of CPU, {queries} queries", goal]
        for number, (name, goal) in enumerate(goals.items())
        for why, found in cold.items()
        for cpu, queries in [found[number]]
    ]


def look_for_stale_answers(site, varnish, env):
    """Return the rows about purges under load."""
    rows = []
    for name, servers in {"": [site], " and Varnish": [site, varnish]}.items():
        if all(servers):
            rows.append(count_stale(f"two processes{name}", servers, env))
    return rows


def look_on_two_machines(folder, env, servers):
    """Return the row about two sites that share nothing but database and Redis."""
    redis = start_redis(folder)
    if not redis:
        return []
    servers.append(redis)
    env = env | {"REDIS_URL": f"redis://127.0.0.1:{redis.port}", "FRONT_CACHE_URL": ""}
    machines = [start_site(free_port(), ARTICLE, env) for _ in range(2)]
    servers += machines
    row = count_stale("two machines and Redis", machines, env)
    for machine in machines:
        machine.stop()
    return [row]


def count_stale(what, servers, env):
    """Return a row about old answers of `servers` while an article changes."""
    command = [sys.executable, "-m", "benchmarks.stale", SLUG]
    ports = [str(server.port) for server in servers]
    total, wrong = json.loads(run([*command, *ports], env))
    return [f"stale answers, {what}", f"{wrong} of {total:,}", "0 of 10,000"]


def send_comments(folder, site, database):
    """Return the row of comments posted with all checks on."""
    rate, late = post_comments(folder, site.address, ARTICLE)
    return [
        f"comments posted, 8 connections, {database}",
        f"{rate:.0f} a second, p99 {late:.0f} ms",
        "≥ 300 a second, ≤ 40 ms" if database == "PostgreSQL" else "",
    ]


def send_to_postgresql(folder, env, servers):
    """Return the row of comments posted to a site on PostgreSQL."""
    postgresql = start_postgresql(folder)
    if not postgresql:
        return []
    servers.append(postgresql)
    url = f"postgres://postgres@127.0.0.1:{postgresql.port}/postgres"
    env = env | {"DATABASE_URL": url, "FRONT_CACHE_URL": ""}
    fill_database(env)
    site = start_site(free_port(), ARTICLE, env)
    servers.append(site)
    row = send_comments(folder, site, "PostgreSQL")
    site.stop()
    postgresql.stop()
    return [row]


def grow(folder, env):
    """Return the rows about many comments and articles, in a database of theirs."""
    url = f"sqlite:///{folder}/growth.sqlite3"
    env = env | {"DATABASE_URL": url, "FRONT_CACHE_URL": ""}
    fill_database(env)
    command = [sys.executable, "-m", "benchmarks.growth", SLUG]
    found = json.loads(run([*command, ARTICLE], env))
    (few, many), rows = found["comments"], []
    (before, small), (after, large) = few["article"], many["article"]
    what = f"{before:.0f} → {after:.0f} ms ({after / before:.2f} ×)"
    row = "article made anew after a new comment, 20 → 5,000 comments"
    rows.append([row, what, "≤ 1.2 ×"])
    what = f"{small:,} → {large:,} ({large / small:.2f} ×)"
    rows.append(["bytes of it", what, "≤ 1.3 ×"])
    few, many = found["articles"]
    for name, (before, _) in few.items():
        after = many[name][0]
        row = f"{name}, 50 → 50,000 articles"
        what = f"{before:.0f} → {after:.0f} ms ({after / before:.2f} ×)"
        rows.append([row, what, "≤ 1.2 ×"])
    return rows


if __name__ == "__main__":
    main()
