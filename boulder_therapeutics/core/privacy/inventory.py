"""The list of personal data that the site stores, as the privacy page shows it.

Each app lists its own in a module `privacy.stored_data`. A new field of any model fails
a test until it is part of an item, or declared as not personal.
"""

from collections.abc import Callable
from dataclasses import dataclass

# Both are filled by `register`. Labels are those of apps, models or fields, like
# "blog", "core.Person" and "comments.Comment.email".
inventory = []
not_personal = set()


@dataclass(frozen=True)
class Item:
    """Personal data with one purpose: a row of the table on the privacy page.

    `period` is a text, or a function that receives the request and returns one, for
    periods from the settings. `fields` are labels of the data.
    """

    what: str
    why: str
    period: str | Callable
    seen_by: str
    fields: tuple = ()
    order: int = 0  # on the page, lowest first

    def row(self, request=None):
        """Return the cells of the table."""
        period = self.period(request) if callable(self.period) else self.period
        return [self.what, self.why, period, self.seen_by]


def register(*items, without=()):
    """Add items to the inventory, and the labels of data that is not personal."""
    inventory.extend(items)
    not_personal.update(without)


def rows(request=None):
    """Return the rows of the table on the privacy page."""
    items = sorted(inventory, key=lambda item: item.order)
    return [item.row(request) for item in items]


def is_listed(app_label, model, field):
    """Return whether a field is in the inventory or declared as not personal."""
    labels = {app_label, f"{app_label}.{model}", f"{app_label}.{model}.{field}"}
    return bool(labels & listed())


def listed():
    """Return all labels in the inventory, and those that are not personal."""
    return not_personal.union(*(item.fields for item in inventory))
