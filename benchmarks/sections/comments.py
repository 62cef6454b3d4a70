"""Comments posted at once, compared with the yardstick."""

from contextlib import ExitStack

from ..checkouts import ARTICLE
from ..load import WRITERS, CommentCase, measure_rounds


def measure_comments(environment):
    """Return the rows about comments posted with all checks on PostgreSQL."""
    if not environment.postgresql:
        return []
    cases = {}
    with ExitStack() as stack:
        for name, checkout in environment.clone_postgresql("comments").items():
            site = stack.enter_context(checkout.start())
            cases[name] = CommentCase(environment.folder, site, ARTICLE)
        figures = measure_rounds(cases)
    rate, p99 = figures["now"]
    found = f"{rate:.0f} a second, no yardstick"
    if "before" in figures:
        before = figures["before"][0]
        found = f"{rate / before:.2f} of before ({rate:.0f} of {before:.0f} a second)"
    return [
        (f"comments posted, {WRITERS} connections, PostgreSQL", found, "≥ 0.8"),
        ("p99 of them", f"{p99:.0f} ms", "≤ 60 ms"),
    ]
