"""Taking an import back: what it made and nobody has touched since."""

from collections import Counter

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from taggit.models import Tag
from wagtail.models import Comment as Note
from wagtail.models import CommentReply, Page, ReferenceIndex

from blog.comments.models import Comment
from blog.models import Category
from boulder_therapeutics.core.models import Person

from ..models import ImportedItem, ImportRun
from ..models.ledger import COMMENTS, EXISTING, OTHER_KINDS
from ..read.errors import ExportError
from ..write.media.attachments import COLLECTION
from .added_comments import IN_USE, remove_comments
from .batches import give_way

BATCH = 20  # as deleting a page takes long, and nobody else can write meanwhile


def undo(pk, report=lambda done, total: None):
    """Undo run `pk`; return a line for everything that was removed or left."""
    run = ImportRun.objects.filter(pk=pk).first()
    if run is None:
        raise ExportError(f"There is no run {pk}.")
    undoing = Undo(run)
    total, done = run.items.count(), 0
    while rows := undoing.next_rows():
        with transaction.atomic():
            for row in rows:
                undoing.remove(row)
        give_way()
        done += len(rows)
        report(done, total)
    run.state = ImportRun.State.UNDONE
    run.save(update_fields=["state"])
    return undoing.lines()


class Undo:
    def __init__(self, run):
        self.run, self.removed, self.left = run, Counter(), []
        # Pages first, as they use the others; the newest first, as they are below.
        rows = run.items.defer("raw").order_by("-pk")
        others = rows.filter(kind__in=OTHER_KINDS)
        files = rows.filter(kind="attachment")
        self.groups = [rows.pages(), files, others.exclude(kind="attachment")]
        self.last = None

    def next_rows(self):
        """Return the next rows, [] if there are no more."""
        while self.groups:
            rows = self.groups[0]
            found = list((rows.filter(pk__lt=self.last) if self.last else rows)[:BATCH])
            if found:
                self.last = found[-1].pk
                return found
            self.groups.pop(0)
            self.last = None
        return []

    def remove(self, row):
        target = row.target
        if target is None or row.guid == EXISTING:
            row.delete()
        elif row.kind == COMMENTS:
            self._remove_comments(row, target)
        elif reason := self._reason_to_keep(row, target):
            self.left.append(f"{row.kind} “{target}”: {reason}")
        else:
            target.delete()
            row.delete()
            self.removed[row.kind] += 1

    def _remove_comments(self, row, page):
        removed, left = remove_comments(row)
        self.removed["comment"] += removed
        if left:
            self.left.append(f"{left} × comment on “{page}”: {IN_USE}")

    def _reason_to_keep(self, row, target):
        if isinstance(target, Page):
            return self._reason_to_keep_page(row, target.specific)
        if isinstance(target, Category | Tag | Person):
            return "" if _is_unused(target) else "it is in use"
        if isinstance(target, Note | CommentReply):
            return ""
        if isinstance(target, get_user_model()):
            return "it was activated" if target.is_active else ""
        return self._reason_to_keep_file(target)

    def _reason_to_keep_file(self, file):
        """The same file may have been here before, or belong to another import."""
        if file.collection.name != COLLECTION:
            return "it was here before, or was moved"
        content_type = ContentType.objects.get_for_model(file)
        rows = ImportedItem.objects.filter(target_type=content_type, target_id=file.pk)
        if rows.exclude(run=self.run).exists():
            return "another import has the same file"
        references = ReferenceIndex.get_references_to(file)
        return "it is in use" if references.exists() else ""

    def _reason_to_keep_page(self, row, page):
        if page.latest_revision_id != row.revision_id:
            return "it was edited here"
        if page.get_children().exists():
            return "there are pages below it"
        comments = Comment.objects.filter(page_id=page.pk)
        if comments.exclude(source=self.run.source).exists():
            return "readers have commented on it here"
        return ""

    def lines(self):
        yield from (f"Removed: {n} × {kind}" for kind, n in self.removed.items() if n)
        yield from (f"Left: {line}" for line in self.left)
        if not (self.removed.total() or self.left):
            yield "Nothing was removed, as the run only changed what was here before."


def _is_unused(target):
    if isinstance(target, Category):
        return not (target.articles.exists() or target.children.exists())
    if isinstance(target, Person):
        return not target.article_authorships.exists()
    return not target.blog_blogpagetag_items.exists()
