"""Rendering a page that is not in the cache, compared with the yardstick."""

from statistics import median

from ..checkouts import ARTICLE, INDEX, SERVICE, SLUG

PAGES = {"article": ARTICLE, "index": INDEX, "service page": SERVICE}
NOTHING_CACHED = "with nothing cached"
COMMENTS = 20
ROUNDS = 5  # of each checkout, interleaved
GOALS = {
    ("article", NOTHING_CACHED): "≤ 0.45; ≤ 12 queries",
    ("index", NOTHING_CACHED): "≤ 0.5; ≤ 9 queries",
    ("service page", NOTHING_CACHED): "≤ 0.5; ≤ 9 queries",
    ("article", "after a comment"): "≤ 0.35",
    ("article", "after an edit"): "≤ 0.45",
}


def measure_cold(environment):
    """Return the rows about CPU time and queries."""
    checkouts = environment.clone_sqlite("cold")
    rounds = {name: [] for name in checkouts}
    for checkout in checkouts.values():
        checkout.python(*checkout.grow, f"--comments={COMMENTS}", f"--on={SLUG}")
    for _ in range(ROUNDS):
        for name in sorted(checkouts):
            rounds[name].append(checkouts[name].measure("cold", SLUG, *PAGES.values()))
    figures = {name: summarize(found) for name, found in rounds.items()}
    return [
        describe(page, reason, figures, goal) for (page, reason), goal in GOALS.items()
    ]


def summarize(rounds):
    """Return the median CPU milliseconds and the queries by (page, reason)."""
    return {
        (page, reason): (
            median(found[reason][PAGES[page]][0] for found in rounds),
            rounds[-1][reason][PAGES[page]][1],
        )
        for page, reason in GOALS
    }


def describe(page, reason, figures, goal):
    """Return a row; the yardstick is the page with nothing cached."""
    cpu, queries = figures["now"][page, reason]
    found = f"{cpu:.1f} ms, no yardstick"
    if "before" in figures:
        before = figures["before"][page, NOTHING_CACHED][0]
        found = f"{cpu / before:.2f} of before ({cpu:.1f} of {before:.1f} ms)"
    row = f"{page} rendered {reason}, CPU, of before with nothing cached"
    return row, f"{found}, {queries} queries", goal
