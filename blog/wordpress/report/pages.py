"""The pages and files of an import, with their old and new URLs."""

from collections import Counter
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse

from wagtail.documents import get_document_model
from wagtail.models import Page

from blog.comments.models import Comment
from boulder_therapeutics.images.models import CustomImage

from ..models import ImportedItem, OldUrl
from ..models.ledger import OTHER_KINDS

SIZE = 500
MAX_PAGES = 50_000
EDIT = {
    Page: "wagtailadmin_pages:edit",
    CustomImage: "wagtailimages:edit",
    get_document_model(): "wagtaildocs:edit",
}


def pages_of(source):
    """Yield the current state of each imported page and file, as plain data."""
    rows = ImportedItem.objects.filter(source=source)
    rows = rows.exclude(kind__in=set(OTHER_KINDS) - {"attachment"})
    rows = rows.defer("raw").select_related("target_type").order_by("pk")[:MAX_PAGES]
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
    targets = {
        model: model.objects.in_bulk([r.target_id for r in rows if _model(r) is model])
        for model in EDIT
    }
    paths = OldUrl.objects.filter(item__in=rows).order_by("-pk")
    paths = dict(paths.values_list("item", "path"))
    comments = Counter(
        Comment.objects.filter(page__in=list(targets[Page])).values_list(
            "page", flat=True
        )
    )
    for row in rows:
        model = _model(row)
        target = targets[model].get(row.target_id)
        yield {
            "kind": row.kind,
            "title": target.title if target else "",
            "state": _state(target),
            "old": paths.get(row.pk, ""),
            "new": urljoin(settings.SITE_URL, _url(target) or "") if target else "",
            "pk": row.target_id,
            "edit": reverse(EDIT[model], args=[row.target_id]) if target else "",
            "comments": comments[row.target_id] if model is Page else 0,
        }


def _model(row):
    """Return the model under which a row's target is listed."""
    model = row.target_type and row.target_type.model_class()
    return model if model in EDIT else Page


def _state(target):
    if target is None:
        return "deleted here"
    return str(target.status_string) if isinstance(target, Page) else "imported"


def _url(target):
    is_image = isinstance(target, CustomImage)
    return target.file.url if is_image else target.url
