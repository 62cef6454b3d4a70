"""Comparison of a scan with the counts that somebody else made."""

from collections import Counter


def differences(scanned, tally, truth):
    """Return a line for each count that differs from `truth`."""
    return list(_differences(scanned, tally, truth))


def _differences(scanned, tally, truth):
    items = Counter()
    for (kind, status), number in scanned.items.items():
        items[kind, status] += number
    expected = _flat(truth.get("items", {}))
    yield from _compare("items", expected, items)
    comments = Counter()
    for (_, kind, status), number in scanned.comments.items():
        comments[kind, status] += number
    expected = _flat(truth.get("comments", {}).get("by_type_and_status", {}))
    yield from _compare("comments", expected, comments)
    yield from _compare_numbers(scanned, truth)
    yield from _compare_sums(items, comments, tally)


def _flat(nested):
    return {(k, s): n for k, statuses in nested.items() for s, n in statuses.items()}


def _compare(name, expected, found):
    for key in sorted(expected.keys() | found.keys()):
        if expected.get(key, 0) != found.get(key, 0):
            words = ", ".join(key)
            yield f"{name} {words}: {found.get(key, 0)}, not {expected.get(key, 0)}"


def _compare_numbers(scanned, truth):
    site = scanned.site
    declared = Counter(term.domain for term in site.terms)
    numbers = {
        "items_total": scanned.item_total,
        "authors": len({author.login for author in site.authors}),
        "forbidden_bytes_dropped": scanned.dropped,
        "terms_declared": dict(declared),
    }
    for name, found in numbers.items():
        if name in truth and truth[name] != found:
            yield f"{name}: {found}, not {truth[name]}"


def _compare_sums(items, comments, tally):
    """Check that everything in the export was counted exactly once."""
    for name, found, counter in (
        ("items", items, tally.items),
        ("comments", comments, tally.comments),
    ):
        counted = Counter()
        for (kind, status, _, _), number in counter.items():
            counted[kind, status] += number
        yield from _compare(f"sum of {name}", found, counted)
