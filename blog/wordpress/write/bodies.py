"""The text of pages: converted once all pages and images have ids."""

import json

from nh3 import clean

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Page, PageViewRestriction, Revision

from blog.models import BlogPage, BlogPageAuthor, BlogPageTag
from blog.models.articles import texts_in
from boulder_therapeutics.core.models import StandardPage

from ..convert.article import LIVE, SCHEDULED, convert_article
from ..models import ImportedItem
from ..read.elements import to_number
from ..report.tally import IMPORTED, SKIPPED, UNCHANGED, UPDATED
from .indexes import update_indexes
from .rows import update_rows

MODELS = {"post": BlogPage, "page": StandardPage}
ROW_FIELDS = [
    *["sha256", "comments_sha256", "revision_id", "lacks_media", "is_public", "raw"],
]
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
OWN_FIELDS = {
    BlogPage: [
        *["introduction", "date", "cover", "body", "word_count", "comments_open"],
        "noindex",
    ],
    StandardPage: ["introduction", "body", "noindex"],
}


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
        found = []
        for kind, model in MODELS.items():
            own = [(i, rows[i.key]) for i in items if i.type == kind and i.key in rows]
            pages = model.objects.in_bulk([row.target_id for _, row in own])
            for item, row in own:
                page = pages.get(row.target_id)
                if page and self._has_same_text(item, row):
                    self._keep(item, page, row)
                elif reason := self._reason_to_leave(page, row):
                    self._leave(item, page, reason)
                else:
                    found.append((item, page, row))
        return found

    def _reason_to_leave(self, page, row):
        if page is None:
            return DELETED
        is_edited = page.latest_revision_id != row.revision_id
        return EDITED if is_edited and not self.context.options.overwrite_local else ""

    def _has_same_text(self, item, row):
        is_complete = not (row.lacks_media and self.context.has_new_media)
        return row.sha256 == item.sha256 and is_complete

    def _keep(self, item, page, row):
        """Note that only the comments of an item have changed."""
        self.kept.append((item, page))
        if self.context.options.wants("comments"):
            row.comments_sha256 = item.comments_sha256
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
        page.introduction = article.introduction
        page.body = json.dumps(article.blocks)
        page.owner = page.owner or context.people.user(item.get("dc:creator"))
        page.noindex = article.noindex
        _set_state(page, article)
        if isinstance(page, BlogPage):
            self._fill_post(item, page, article)
        self._note(item, page, row, article)
        page.imported = article
        return page

    def _fill_post(self, item, page, article):
        page.date = article.date or page.first_published_at
        page.comments_open = article.comments_open
        page.word_count = count_words(article.blocks)
        number = to_number(item.get_meta("_thumbnail_id"))
        picture = self.context.resolver.picture("", number) if number else None
        if number and picture is None:
            article.has_missing_media = True
            article.losses.append(("image", f"featured image {number}", ""))
        page.cover_id = picture.pk if picture else page.cover_id

    def _note(self, item, page, row, article):
        row.lacks_media = article.has_missing_media
        row.raw = item.content if article.losses else ""
        for kind, name, place in article.losses:
            where = f"{page.title}, at {place}" if place else page.title
            self.context.tally.note(kind, name, where, item.key)
        if item.get("wp:is_sticky") == "1":
            self.context.tally.note("setting", "was sticky", page.title, item.key)
        if item.status not in {"publish", "draft", "future", "pending", "private"}:
            text = f"status {item.status} is not known, so it is a draft"
            self.context.tally.note("status", text, page.title, item.key)

    def _save_relations(self, written):
        """Save authors, tags and categories with one query each."""
        posts = [(item, page) for item, page, _ in written if item.type == "post"]
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
        base = ContentType.objects.get_for_model(Page)
        revisions = []
        for _, page, row in written:
            _set_relations(page, is_new=row.revision_id is None)
            revisions.append(
                Revision(
                    content_type_id=page.content_type_id,
                    base_content_type=base,
                    object_id=str(page.pk),
                    object_str=str(page),
                    created_at=page.latest_revision_created_at,
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


def count_words(blocks):
    """Return the number of words, as `BlogPage.count_words`, but five times as fast."""
    texts = texts_in(blocks)
    return sum(len((clean(t, tags=set()) if "<" in t else t).split()) for t in texts)


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
    """Restrict the page as on the old site; restrictions made here stay."""
    article = page.imported
    if article.password:
        PageViewRestriction.objects.update_or_create(
            page=page,
            restriction_type=PageViewRestriction.PASSWORD,
            defaults={"password": article.password},
        )
    elif article.needs_login:
        PageViewRestriction.objects.get_or_create(
            page=page, restriction_type=PageViewRestriction.LOGIN
        )
