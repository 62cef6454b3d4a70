"""Taking comments back that a run added to pages of earlier runs."""

import json

from django.contrib.contenttypes.models import ContentType

from wagtail.models import ModelLogEntry

from blog.comments.models import Comment

from ..models import ImportedItem

IN_USE = "moderated here, or with such replies"


def remove_comments(row):
    """Delete the comments of a row of the ledger, and the row if none is in use.

    Return the number of those that were deleted and left. The next import looks at the
    comments on the page once more.
    """
    parents = dict(
        Comment.objects.filter(page=row.target_id).values_list("pk", "parent")
    )
    added = parents.keys() & json.loads(row.raw)
    stay = _with_parents(parents.keys() - added | find_moderated(added), parents)
    Comment.objects.filter(pk__in=added - stay).delete()
    rows = ImportedItem.objects.pages().filter(target_id=row.target_id)
    rows.update(comments_sha256="")
    if not added & stay:
        row.delete()
    return len(added - stay), len(added & stay)


def find_moderated(ids):
    """Return those of `ids` whose comments somebody changed here."""
    changed = Comment.objects.filter(pk__in=ids, status_changed_by__isnull=False)
    logged = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Comment),
        object_id__in=map(str, ids),
    )
    logged = map(int, logged.values_list("object_id", flat=True))
    return {*changed.values_list("pk", flat=True), *logged}


def _with_parents(ids, parents):
    """Return `ids` and the comments above each of them."""
    found = set()
    for pk in ids:
        while pk and pk not in found:
            found.add(pk)
            pk = parents.get(pk)
    return found
