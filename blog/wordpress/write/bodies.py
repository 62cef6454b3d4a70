"""The text of pages: converted once all pages and images have ids."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Page, PageViewRestriction, Revision

from blog.models import BlogPage, BlogPageAuthor, BlogPageTag

from ..convert.article import LIVE, SCHEDULED, convert_article
from ..convert.remarks import remarks
from ..models import ImportedItem
from ..models.ledger import EXISTING
from ..report.tally import IMPORTED, SKIPPED, UNCHANGED, UPDATED
from .indexes import update_indexes
from .pages.edits import find_decided
from .pages.fields import OWN_FIELDS, fill
from .rows import update_rows

ROW_FIELDS = [
    *["sha256", "comments_sha256", "revision_id", "lacks_media", "is_public", "raw"],
]
KNOWN_STATUSES = {"publish", "draft", "future", "pending", "private"}
INSTEAD = "it is empty, and the page here at its URL takes its place"
DELETED, EDITED = "it was deleted here", "it was edited here"
# The columns that every import of a page sets.
PAGE_FIELDS = [
    *["title", "draft_title", "seo_title", "search_description", "live", "owner"],
    *[
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
        "go_live_at",
    ],
    *["latest_revision", "latest_revision_created_at", "live_revision"],
]


class BodyWriter:
    """Fills the pages of a batch of items.

    `kept` are the (item, page) of the batch whose text was not written, because only
    their comments changed or because they were edited here.
    """

    def __init__(self, context):
        self.context, self.kept = context, []

    def write(self, items):
        """Fill the pages of `items`; return the (item, page, row) that were written.

        Items whose pages were edited or deleted here are counted and left alone.
        """
        self.kept = []
        rows = self.context.ledger.find(items)
        todo = self._find_pages(items, rows)
        if todo:
            self.context.ledger.run.saved()
        written = [(item, self._fill(item, page, row), row) for item, page, row in todo]
        self._save_relations(written)
        self._save_revisions(written)
        _update_pages([page for _, page, _ in written])
        update_indexes(
            [page for _, page, row in written if row.was_new],
            [page for _, page, row in written if not row.was_new],
        )
        for item, page, row in written:
            self._finish(item, page, row)
        update_rows(ImportedItem, [row for _, _, row in written], ROW_FIELDS)
        return written

    def _find_pages(self, items, rows):
        """Return (item, page, row) for each item whose page may be written."""
        found, known = [], [item for item in items if item.key in rows]
        pages = _load_pages(rows[item.key] for item in known)
        decided = find_decided(list(pages))
        for item in known:
            row = rows[item.key]
            page = pages.get(row.target_id)
            if row.guid == EXISTING:
                self.context.tally.item(item, SKIPPED, INSTEAD)
            elif page and self._has_same_text(item, row):
                self._keep(item, page, row)
            elif reason := self._reason_to_leave(page, row, decided):
                self._leave(item, page, reason)
            else:
                found.append((item, page, row))
        return found

    def _reason_to_leave(self, page, row, decided):
        if page is None:
            return DELETED
        is_edited = page.latest_revision_id != row.revision_id or page.pk in decided
        return EDITED if is_edited and not self.context.options.overwrite_local else ""

    def _has_same_text(self, item, row):
        is_complete = not (row.lacks_media and self.context.has_new_media)
        return row.sha256 == item.sha256 and is_complete

    def _keep(self, item, page, row):
        """Note that only the comments of an item have changed."""
        self.kept.append((item, page))
        if self.context.options.wants("comments"):
            row.comments_sha256 = item.comments_sha256
        self.context.ledger.run.saved()
        row.save(update_fields=["comments_sha256"])
        self.context.ledger.note(row)
        self.context.tally.item(item, UNCHANGED)

    def _leave(self, item, page, reason):
        if page is not None:
            self.kept.append((item, page))
        self.context.tally.item(item, SKIPPED, reason)
        title = str(page) if page else item.get("title")
        self.context.tally.note("page", f"left alone: {reason}", title, item.key)

    def _fill(self, item, page, row):
        context = self.context
        article = convert_article(
            item,
            context.resolver,
            zone=context.zone,
            source=context.source,
            site_name=context.scan.site.fields.get("title", ""),
            private=context.options.private,
        )
        page.title = page.draft_title = article.title
        page.seo_title = article.seo_title
        page.search_description = article.search_description
        page.owner = page.owner or context.people.user(item.get("dc:creator"))
        _set_state(page, article)
        fill(page, item, article, context.resolver)
        self._note(item, page, row, article)
        page.imported = article
        return page

    def _note(self, item, page, row, article):
        row.lacks_media = article.has_missing_media
        row.raw = item.content if article.losses else ""
        for kind, name, place in article.losses:
            where = f"{page.title}, at {place}" if place else page.title
            self.context.tally.note(kind, name, where, item.key)
        for kind, text in remarks(item, self.context.scan.site.url):
            self.context.tally.note(kind, text, page.title, item.key)
        if item.status == "trash":
            text = "it is in the trash of the old site now, so it is a draft"
            self.context.tally.note("status", text, page.title, item.key)
        elif item.status not in KNOWN_STATUSES:
            text = f"status {item.status} is not known, so it is a draft"
            self.context.tally.note("status", text, page.title, item.key)
        if (article.password or article.needs_login) and page.numchild:
            text = "the pages below it are protected as it is"
            self.context.tally.note("status", text, page.title, item.key)

    def _save_relations(self, written):
        """Save authors, tags and categories with one query each."""
        posts = [(item, page) for item, page, _ in written if item.kind == "post"]
        ids = [page.pk for _, page in posts]
        through = BlogPage.categories.through
        for model, field in (BlogPageAuthor, "page"), (BlogPageTag, "content_object"):
            model.objects.filter(**{f"{field}__in": ids}).delete()
        through.objects.filter(blogpage__in=ids).delete()
        authors, tags, categories = [], [], []
        for item, page in posts:
            own = self._relations_of(item, page)
            for found, new in zip((authors, tags, categories), own, strict=True):
                found += new
        BlogPageAuthor.objects.bulk_create(authors)
        BlogPageTag.objects.bulk_create(tags)
        through.objects.bulk_create(
            through(blogpage_id=page.pk, category_id=category.pk)
            for page, category in categories
        )

    def _relations_of(self, item, page):
        persons = self.context.people.persons(item)
        authors = [
            BlogPageAuthor(page=page, person=person, sort_order=number)
            for number, person in enumerate(dict.fromkeys(persons))
        ]
        terms = self.context.terms
        tags = [BlogPageTag(content_object=page, tag=tag) for tag in terms.tags(item)]
        categories = terms.categories(item)
        page.new_relations = {
            "article_authors": authors,
            "tagged_items": tags,
            "categories": categories,
        }
        return authors, tags, [(page, category) for category in categories]

    def _save_revisions(self, written):
        base, revisions = ContentType.objects.get_for_model(Page), []
        # Not the old date: what the log says later was decided here.
        now = timezone.now()
        for _, page, row in written:
            _set_relations(page, is_new=row.revision_id is None)
            revisions.append(
                Revision(
                    content_type_id=page.content_type_id,
                    base_content_type=base,
                    object_id=str(page.pk),
                    object_str=str(page),
                    created_at=now,
                    approved_go_live_at=page.go_live_at,
                    content=page.serializable_data(),
                )
            )
        Revision.objects.bulk_create(revisions)
        for (_, page, row), revision in zip(written, revisions, strict=True):
            page.latest_revision = revision
            page.live_revision = revision if page.live else None
            row.was_new = row.revision_id is None
            row.revision_id = revision.pk

    def _finish(self, item, page, row):
        """Set who may see the page, complete the ledger, and count the item."""
        _set_restriction(page)
        row.sha256 = item.sha256
        if self.context.options.wants("comments"):
            row.comments_sha256 = item.comments_sha256
        row.is_public = page.live and not (
            page.imported.password or page.imported.needs_login
        )
        self.context.ledger.note(row)
        self.context.tally.item(item, IMPORTED if row.was_new else UPDATED)


def _load_pages(rows):
    """Return the pages of rows of the ledger by id, with one query for each model."""
    numbers, pages = {}, {}
    for row in rows:
        numbers.setdefault(row.target_type_id, []).append(row.target_id)
    for content_type, ids in numbers.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        pages |= model.objects.in_bulk(ids)
    return pages


def _set_state(page, article):
    now = timezone.now()
    page.live = article.state == LIVE
    page.has_unpublished_changes = not page.live
    page.go_live_at = article.date if article.state == SCHEDULED else None
    changed = max(filter(None, [article.date, article.modified]), default=now)
    page.latest_revision_created_at = changed
    page.first_published_at = (article.date or changed) if page.live else None
    page.last_published_at = changed if page.live else None


def _set_relations(page, is_new):
    """Set the related rows of the page in memory, for the content of its revision."""
    relations = getattr(page, "new_relations", {})
    if is_new:
        names = [r.get_accessor_name() for r in get_all_child_relations(page)]
        names += [field.name for field in get_all_child_m2m_relations(page)]
        relations = dict.fromkeys(names, ()) | relations
    for name, values in relations.items():
        setattr(page, name, list(values))


def _update_pages(pages):
    """Save the columns of pages without signals; the batch sends one of its own."""
    update_rows(Page, pages, PAGE_FIELDS)
    for model, names in OWN_FIELDS.items():
        update_rows(model, [page for page in pages if type(page) is model], names)


def _set_restriction(page):
    """Restrict the page as on the old site; restrictions made here stay.

    Without an entry in its log, which would look like a decision of an editor.
    """
    article, kind = page.imported, None
    if article.password:
        kind = PageViewRestriction.PASSWORD
    elif article.needs_login:
        kind = PageViewRestriction.LOGIN
    own = PageViewRestriction.objects.filter(page=page, restriction_type=kind)
    if kind and not own.update(password=article.password):
        new = PageViewRestriction(page=page, restriction_type=kind)
        new.password = article.password
        PageViewRestriction.objects.bulk_create([new])
