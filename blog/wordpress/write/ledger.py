"""The ledger during an import: what is known, and the rows to add."""

import hashlib
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.contrib.contenttypes.models import ContentType

from ..models import ImportedItem


@dataclass(frozen=True, slots=True)
class Known:
    """The entry of an item in the ledger."""

    sha256: bytes
    comments_sha256: bytes
    lacks_media: bool

    @classmethod
    def make(cls, sha256, comments_sha256, lacks_media):
        return cls(shorten(sha256), shorten(comments_sha256), lacks_media)


class Ledger:
    """The items of one old site; `known` is loaded once."""

    def __init__(self, source, run):
        self.source, self.run = source, run
        rows = ImportedItem.objects.filter(source=source).values_list(
            *("kind", "wordpress_id", "copy"),
            *("sha256", "comments_sha256", "lacks_media"),
        )
        self.known = {tuple(row[:3]): Known.make(*row[3:]) for row in rows.iterator()}

    def is_unchanged(self, item, has_new_media=False, with_comments=True):
        known = self.known.get(item.key)
        if known is None or (known.lacks_media and has_new_media):
            return False
        if with_comments and known.comments_sha256 != shorten(item.comments_sha256):
            return False
        return known.sha256 == shorten(item.sha256)

    def find(self, items):
        """Return the rows of `items` by key, with one query for each kind."""
        found = {}
        for kind in {item.type for item in items}:
            numbers = [item.number for item in items if item.type == kind]
            rows = ImportedItem.objects.filter(
                source=self.source, kind=kind, wordpress_id__in=numbers
            )
            found |= {(kind, row.wordpress_id, row.copy): row for row in rows}
        return found

    def find_numbers(self, kind, numbers):
        """Return the rows of one kind with these numbers."""
        rows = ImportedItem.objects.filter(source=self.source, kind=kind)
        return rows.filter(wordpress_id__in=numbers)

    def new_row(self, key, target=None, **values):
        kind, number, copy = key
        if target is not None:
            values["target_type"] = content_type(target)
            values["target_id"] = target.pk
        return ImportedItem(
            source=self.source,
            kind=kind,
            wordpress_id=number,
            copy=copy,
            run=self.run.saved(),
            **values,
        )

    def add(self, rows):
        ImportedItem.objects.bulk_create(rows)
        for row in rows:
            self.note(row)

    def add_once(self, row):
        """Add the row of a term or author, unless there is one whose target is gone."""
        if not self.find_numbers(row.kind, [row.wordpress_id]).exists():
            self.add([row])

    def targets_of(self, kind):
        """Return the ids of what rows of one kind have become."""
        rows = ImportedItem.objects.filter(source=self.source, kind=kind)
        return rows.filter(target_id__isnull=False).values("target_id")

    def note(self, row):
        """Remember a row that was saved."""
        known = Known.make(row.sha256, row.comments_sha256, row.lacks_media)
        self.known[row.kind, row.wordpress_id, row.copy] = known


def shorten(digest):
    """Return the first 12 bytes of a digest, as there may be very many."""
    return bytes.fromhex(digest[:24])


def content_type(target):
    return ContentType.objects.get_for_model(target, for_concrete_model=False)


def path_digest(path):
    return hashlib.sha256(path.encode("utf-8", "replace")).hexdigest()


def normalize_source(url, title=""):
    """Return the name of the old site in the ledger: host and path."""
    try:
        parts = urlsplit(url)
    except ValueError:  # such as "https://[x"
        return (url or title)[:200]
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{_port(parts)}" if host and _port(parts) else ""
    name = f"{host}{port}{parts.path.rstrip('/')}"
    return (name or title or "wordpress")[:200]


def _port(parts):
    try:
        return parts.port
    except ValueError:
        return None
