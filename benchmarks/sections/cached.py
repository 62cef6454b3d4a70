"""Cached pages under load, and the memory and start of the web processes."""

import time
from contextlib import ExitStack

from ..checkouts import ARTICLE, INDEX
from ..load import Case, fetch, measure_rounds
from ..servers import free_port, start_bare, start_nginx, start_varnish

PAGES = {"article": ARTICLE, "index": INDEX}


def measure_cached(environment):
    """Return the rows about pages from the cache."""
    front_port = free_port()
    url = f"http://127.0.0.1:{front_port}"
    checkout = environment.clone_sqlite("cached")["now"].with_env(FRONT_CACHE_URL=url)
    with ExitStack() as stack:
        site = stack.enter_context(checkout.start())
        write_files(environment.folder, site)
        bare = stack.enter_context(start_bare(environment.folder))
        nginx = start_nginx(environment.folder)
        varnish = start_varnish(environment.folder, front_port, site, ARTICLE)
        for server in filter(None, [nginx, varnish]):
            stack.enter_context(server)
        figures = measure_rounds(list_cases(site, bare, nginx, varnish))
        rows = compare(figures)
        memory = f"{site.memory():.0f} MiB"
        rows.append(("memory of the web processes after that", memory, "≤ 170 MiB"))
        site.stop()
        return rows + stop_and_start(checkout, varnish)


def write_files(folder, site):
    """Write the pages' bytes, for the servers that the site is compared with."""
    (folder / "www").mkdir(exist_ok=True)
    for name, path in PAGES.items():
        (folder / "www" / name).write_bytes(fetch(site.url + path))


def list_cases(site, bare, nginx, varnish):
    """Return the cases by (server, page)."""
    cases = {("commenter", "article"): Case(site, ARTICLE, cookie="commenter=Ann")}
    for name, path in PAGES.items():
        cases["bare", name] = Case(bare, f"/{name}")
        cases["site", name] = Case(site, path)
        if nginx:
            cases["nginx", name] = Case(nginx, f"/{name}")
        if varnish:
            fetch(varnish.url + path, "gzip")
            cases["varnish", name] = Case(varnish, path, "gzip")
    return cases


def compare(figures):
    """Return the rows about requests a second."""

    def ratio(case, other):
        rate, of = figures[case][0], figures[other][0]
        return f"{rate / of:.0%} ({rate:,.0f} of {of:,.0f} a second)"

    rows = []
    for page in PAGES:
        site, bare = ("site", page), ("bare", page)
        p99 = f"{figures[site][1]:.1f} ms, {figures[bare][1]:.1f} ms"
        rows += [
            (
                f"{page} from Python, cached, of a bare view",
                ratio(site, bare),
                "≥ 95 %",
            ),
            ("p99 of it, and of the bare view", p99, "no worse"),
        ]
    if {("varnish", "article"), ("nginx", "article")} <= figures.keys():
        for page in PAGES:
            found = ratio(("varnish", page), ("nginx", page))
            rows.append(
                (f"{page} behind Varnish, of nginx with a file", found, "≥ 58 %")
            )
    commenter = ratio(("commenter", "article"), ("site", "article"))
    cpu = f"{figures['site', 'article'][2]:.2f} ms"
    return [
        *rows,
        ("article for a visitor who has commented, of others", commenter, "≥ 95 %"),
        ("CPU of a cached article", cpu, ""),
    ]


def stop_and_start(checkout, varnish):
    """Return the rows about a site that is stopped and started again."""
    rows = []
    if varnish:
        time.sleep(1)
        size = f"Varnish serves {len(fetch(varnish.url + ARTICLE, 'gzip')):,} bytes"
        rows.append(("while the web processes are stopped", size, "pages still served"))
    with checkout.start() as site:
        took = f"{site.seconds_to_start:.1f} s"
    return [*rows, ("start of the web processes to the first article", took, "≤ 1.3 s")]
