"""The pages and files of an import, with their old and new URLs."""

from wagtail.models import Page

from ..models import ImportedItem, OldUrl

SIZE = 500
MAX_PAGES = 50_000


def pages_of(source):
    """Yield the current state of each imported item, as plain data."""
    rows = ImportedItem.objects.pages().filter(source=source)
    rows = rows.defer("raw").order_by("pk")[:MAX_PAGES]
    batch = []
    for row in rows.iterator(SIZE):
        batch.append(row)
        if len(batch) == SIZE:
            yield from _describe(batch)
            batch = []
    yield from _describe(batch)


def link_notes(source, notes):
    """Add the id of the page that a note is about, as `page`, where there is one."""
    keys = {tuple(note["key"]) for note in notes if note.get("key")}
    numbers = [number for _, number, _ in keys]
    found = {}
    for start in range(0, len(numbers), SIZE):
        rows = ImportedItem.objects.pages().filter(
            source=source, wordpress_id__in=numbers[start : start + SIZE]
        )
        for *key, target in rows.values_list(
            "kind", "wordpress_id", "copy", "target_id"
        ):
            found[tuple(key)] = target
    for note in notes:
        if note.get("key") and (page := found.get(tuple(note["key"]))):
            note["page"] = page


def _describe(rows):
    pages = Page.objects.in_bulk([row.target_id for row in rows])
    paths = OldUrl.objects.filter(item__in=rows).order_by("-pk")
    paths = dict(paths.values_list("item", "path"))
    for row in rows:
        page = pages.get(row.target_id)
        yield {
            "kind": row.kind,
            "title": page.title if page else "",
            "state": str(page.status_string) if page else "deleted here",
            "old": paths.get(row.pk, ""),
            "new": (page.url or "") if page else "",
            "pk": row.target_id,
        }
