"""Plain words for the types and statuses of WordPress."""

NAMES = {
    "all": "Total",
    "attachment": "Picture or file",
    "nav_menu_item": "Menu entry",
    "page": "Page",
    "post": "Post",
    "wp_block": "Reusable block",
    "comment": "Comment",
}
STATUSES = {
    "publish": "Published",
    "future": "Scheduled",
    "inherit": "–",
    **{name: name.capitalize() for name in ("approved", "draft", "pending", "private")},
    **{name: name.capitalize() for name in ("spam", "trash")},
}


def readable(table):
    """Name the types and statuses of WordPress in plain words."""
    return [
        (NAMES.get(kind, kind), STATUSES.get(status, status), *numbers)
        for kind, status, *numbers in table
    ]
