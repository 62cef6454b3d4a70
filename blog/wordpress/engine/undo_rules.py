"""Why undoing an import leaves something: it was changed here, or is in use."""

from urllib.parse import quote

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType

from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment as Note
from wagtail.models import (
    CommentReply,
    ModelLogEntry,
    Page,
    PageLogEntry,
    ReferenceIndex,
)

from blog.comments.models import Comment
from blog.models import Category
from boulder_therapeutics.core.models import Person

from ..models import ImportedItem
from ..models.ledger import COMMENTS
from ..write.media.attachments import COLLECTION
from ..write.pages.edits import ACTIONS, find_decided
from .added_comments import find_moderated

EDITED, USED = "it was edited here", "it is in use"


def reason_to_leave(row, target):
    """Return why the target of a row of the ledger is not removed, or ""."""
    if isinstance(target, Page):
        return _reason_to_leave_page(row, target)
    if isinstance(target, Note | CommentReply):
        return "it was edited or replied to here" if _was_discussed(target) else ""
    if _rows_of(target).exclude(run=row.run_id).exists():
        return "another import has it, too"
    if ModelLogEntry.objects.for_instance(target).exists():
        return EDITED
    if isinstance(target, Category | Tag | Person):
        return USED if _has_related(target) else ""
    if isinstance(target, get_user_model()):
        if target.is_active:
            return "it was activated"
        return USED if _is_used_account(row, target) else ""
    return _reason_to_leave_file(target)


def _rows_of(target):
    content_type = ContentType.objects.get_for_model(target)
    return ImportedItem.objects.filter(target_type=content_type, target_id=target.pk)


def _has_related(target, without=""):
    """Return whether any row refers to a target, except by its field `without`."""
    return any(
        relation.related_model.objects.filter(**{relation.field.name: target}).exists()
        for relation in _relations(target)
        if relation.field.name != without
    )


def _is_used_account(row, user):
    """Return whether an account is used, other than to own pages of other imports."""
    others = ImportedItem.objects.pages().exclude(run=row.run_id)
    others = others.filter(target_id__isnull=False).values("target_id")
    pages = Page.objects.filter(owner=user).exclude(pk__in=others)
    return pages.exists() or _has_related(user, without="owner")


def _relations(target):
    """Return the relations from other models, also those without a name."""
    fields = target._meta.get_fields(include_hidden=True)
    return [f for f in fields if f.auto_created and not f.concrete]


def _reason_to_leave_file(file):
    """The same file may have been here before."""
    if file.collection.name != COLLECTION:
        return "it was here before, or was moved"
    return USED if ReferenceIndex.get_references_to(file).exists() else ""


def _reason_to_leave_page(row, page):
    if page.latest_revision_id != row.revision_id:
        return EDITED
    if find_decided([page.pk], [*ACTIONS, "wagtail.move"]):
        return "it was published, hidden, protected or moved here"
    if page.get_children().exists():
        return "there are pages below it"
    return _reason_in_comments(row, page) or (USED if _is_used(row, page) else "")


def _reason_in_comments(row, page):
    own = Comment.objects.filter(page=page.pk)
    if own.exclude(source=row.source).exists():
        return "readers have commented on it here"
    if find_moderated(own.values_list("pk", flat=True)):
        return "its comments were moderated here"
    added = ImportedItem.objects.filter(kind=COMMENTS, target_id=page.pk)
    return "another import added comments" if added.exists() else ""


def _is_used(row, page):
    """Return whether something refers to a page that the same run did not make."""
    uses = ReferenceIndex.get_references_to(page)
    of_pages = uses.filter(base_content_type=ContentType.objects.get_for_model(Page))
    if uses.exclude(pk__in=of_pages).exists() or _has_new_redirect(row, page):
        return True
    ids = {int(pk) for pk in of_pages.values_list("object_id", flat=True)}
    ids |= _ids_of_lists(page.specific)
    return bool(ids - {page.pk} - _due(row, ids))


def _ids_of_lists(page):
    """Return the ids of the pages in whose lists a page is, such as its services."""
    relations = [r for r in _relations(page) if r.many_to_many]
    return {
        pk
        for relation in relations
        if issubclass(relation.related_model, Page)
        for pk in relation.related_model.objects.filter(
            **{relation.field.name: page}
        ).values_list("pk", flat=True)
    }


def _has_new_redirect(row, page):
    """Return whether somebody made a redirect to a page here."""
    paths = row.old_urls.values_list("path", flat=True)
    own = [Redirect.normalise_path(quote(path)) for path in paths]
    redirects = Redirect.objects.filter(redirect_page=page.pk)
    return redirects.exclude(old_path__in=own).exists()


def _due(row, ids):
    """Return those of `ids` that the run made, too, and that are removed after `row`.

    Those with newer rows that are still here were left.
    """
    rows = row.run.items.pages().filter(target_id__in=ids, pk__lt=row.pk)
    revisions = dict(rows.values_list("target_id", "revision_id"))
    pages = Page.objects.filter(pk__in=revisions)
    pages = pages.values_list("pk", "latest_revision")
    return {pk for pk, revision in pages if revisions[pk] == revision}


def _was_discussed(note):
    """Return whether editors did something in the thread of a note."""
    thread = note if isinstance(note, Note) else note.comment
    replies = CommentReply.objects.filter(comment=thread)
    imported = ImportedItem.objects.filter(
        target_type=ContentType.objects.get_for_model(CommentReply),
        target_id__in=replies.values("pk"),
    )
    logged = PageLogEntry.objects.filter(
        page=thread.page_id,
        action__startswith="wagtail.comments",
        data__comment__id=thread.pk,
    )
    return bool(
        thread.resolved_at or replies.count() > imported.count() or logged.exists()
    )
