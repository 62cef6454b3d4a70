"""What else an export holds: menus, types of plugins, and custom fields."""

from ..convert.seo import DESCRIPTIONS, NOINDEX, TITLES

# Custom fields that are read, or that only WordPress itself needs.
USED = {
    *("_thumbnail_id", "_wp_attached_file", "_wp_attachment_image_alt"),
    *("_wp_attachment_metadata", "_wp_old_slug", "_wp_page_template"),
    *("_edit_last", "_edit_lock", "_encloseme", "_pingme", "footnotes"),
    "rank_math_robots",
    *TITLES,
    *DESCRIPTIONS,
    *NOINDEX,
}
MAX_FIELDS, MAX_TITLES, MAX_MENU_DEPTH = 200, 200, 10


def describe(scanned):
    """Return the findings as plain data."""
    return {
        "menus": [
            {"name": name, "entries": _tree(entries, scanned)}
            for name, entries in sorted(scanned.menus.items())
        ],
        "types": [
            {"type": name, "titles": titles[:MAX_TITLES], "number": len(titles)}
            for name, titles in sorted(scanned.titles.items())
            if name != "nav_menu_item"
        ],
        "fields": [
            {"key": key, "number": number}
            for key, number in scanned.meta_keys.most_common()
            if key not in USED and not key.startswith("_menu_item_")
        ][:MAX_FIELDS],
    }


def _tree(entries, scanned):
    """Return the entries of a menu, each with those below it."""
    known = {entry.number for entry in entries}
    below = {}
    for entry in sorted(entries, key=lambda entry: (entry.order, entry.number)):
        is_below = entry.parent in known and entry.parent != entry.number
        below.setdefault(entry.parent if is_below else 0, []).append(entry)
    terms = {term.number: term.name for term in scanned.site.terms if term.number}

    def describe_entry(entry):
        return {"title": _title_of(entry, scanned, terms), "url": entry.url}

    tree = _branch(0, below, describe_entry)
    circles = [entry for rest in below.values() for entry in rest]
    return tree + [describe_entry(entry) | {"below": []} for entry in circles]


def _branch(number, below, describe_entry, depth=0):
    """Return the entries below one; those too deep are beside the ones above them."""
    branch = []
    for entry in below.pop(number, []):
        inner = _branch(entry.number, below, describe_entry, depth + 1)
        is_deep = depth >= MAX_MENU_DEPTH
        branch.append(describe_entry(entry) | {"below": [] if is_deep else inner})
        branch += inner if is_deep else []
    return branch


def _title_of(entry, scanned, terms):
    page = scanned.pages.get(entry.target)
    name = entry.title or (page and page.title) or terms.get(str(entry.target))
    return name or entry.url or f"number {entry.target}"
