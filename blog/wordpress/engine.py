"""The import: scan, media, pages, texts with comments and redirects, report."""

from itertools import islice

from django.conf import settings
from django.db import transaction

from wagtail.models import Site

from blog.comments.models import Comment
from blog.models import BlogIndexPage, BlogPage
from boulder_therapeutics.core.models import HomePage, StandardPage

from .convert.links import UPLOADS
from .models import ImportRun
from .old_urls.lists import find_list
from .read.errors import ExportError
from .read.scan import IMPORTABLE, PAGES, distinct_items, scan
from .report.tally import FAILED, SKIPPED, UNCHANGED, Tally
from .signals import batch_written
from .workarounds import raise_sequence
from .write.bodies import BodyWriter
from .write.comments import CommentWriter, count_unchanged, reason_to_skip, skip_all
from .write.context import Context
from .write.ledger import Ledger, normalize_source
from .write.media.attachments import MediaWriter, upload_path
from .write.media.download import Downloader
from .write.media.files import open_uploads
from .write.outlines import (
    OutlineWriter,
    add_old_urls,
    is_wanted,
    old_paths,
    parents_first,
)
from .write.people import People
from .write.redirects import write_redirects
from .write.resolver import LedgerResolver
from .write.terms import Terms

MEDIA_BATCH = 20
NO_COMMENTS = "its page takes no comments here"
NOT_IMPORTED = "its article was not imported"


class StopImport(Exception):
    """Raised between two batches when somebody asked to stop."""


class LazyRun:
    """The row of a run, saved when something is written for the first time."""

    def __init__(self, run):
        self.run = run

    def saved(self):
        if self.run.pk is None:
            self.run.save()
        return self.run


class Import:
    """One import of an export; `tally` says what became of everything in it."""

    def __init__(self, export, options, run=None, progress=None, should_stop=None):
        self.export, self.options = export, options
        self.run = LazyRun(run or ImportRun())
        self.progress = progress or (lambda phase, done, total: None)
        self.should_stop = should_stop or (lambda: False)
        self.tally = Tally()

    def execute(self):
        """Import everything; raise ExportError if it could not start."""
        self.scan = self._scan()
        with transaction.atomic() if self.options.dry_run else _nothing():
            self._prepare()
            self._count_others()
            if not self._count_if_unchanged():
                self._write()
            if self.options.dry_run:
                transaction.set_rollback(True)
        return self.tally

    def _scan(self):
        size = self.export.size

        def report(done):
            self.progress("Looking through the export", done, size)
            self._check_stop()

        return scan(self.export, settings.TIME_ZONE, report)

    def _check_stop(self):
        if self.should_stop():
            raise StopImport

    def _prepare(self):
        scanned, options = self.scan, self.options
        source = normalize_source(
            scanned.site.url, scanned.site.fields.get("title", "")
        )
        self.run.run.source = source
        site = find_site(options.site)
        self.uploads = open_uploads(options.media_dir)
        ledger = Ledger(source, self.run)
        context = self.context = Context(
            *(self.export, scanned, options, source),
            index=None,
            root=find_parent(site, options.parent),
            site=site,
            tally=self.tally,
            ledger=ledger,
        )
        context.people = People(scanned.site.authors, options, ledger, self.tally)
        context.terms = Terms(scanned.site.terms, scanned.terms, ledger, self.tally)
        context.resolver = LedgerResolver(
            source, scanned.site.url, scanned.reusable, find_list
        )
        attached = scanned.attached.items()
        context.resolver.set_attached(
            {k: [n for _, n in sorted(v)] for k, v in attached}
        )

    def _count_others(self):
        """Count what is never imported, and what the file holds twice."""
        for (kind, status), number in self.scan.items.items():
            if kind not in IMPORTABLE:
                reason = f"{kind} is not imported"
                self.tally.items[kind, status, SKIPPED, reason] += number
        for (kind, status), number in self.scan.repeat_statuses.items():
            self.tally.items[kind, status, SKIPPED, "it is in the file twice"] += number
        for (kind, *key), number in self.scan.comments.items():
            if kind not in IMPORTABLE:
                self.tally.comments[*key, SKIPPED, NOT_IMPORTED] += number

    def _count_if_unchanged(self):
        """Count everything as unchanged if it is, without reading it once more."""
        known, index = self.context.ledger.known, self.scan.index
        if self.scan.repeats or not set(self.options.only) >= {
            "posts",
            "pages",
            "media",
        }:
            return False
        for (kind, number), digests in index.items():
            for copy, digest in enumerate(digests):
                row = known.get((kind, number, copy))
                if row is None or row.lacks_media:
                    return False
                if row.sha256 + row.comments_sha256 != digest:
                    return False
        self._count_all_unchanged()
        return True

    def _count_all_unchanged(self):
        for (kind, status), number in self.scan.items.items():
            if kind in IMPORTABLE:
                self.tally.items[kind, status, UNCHANGED, ""] += number
        for (kind, *key), number in self.scan.comments.items():
            if kind in IMPORTABLE:
                reason = reason_to_skip(_Kind(*key), self.options)
                if kind != "post":
                    reason = reason or NO_COMMENTS
                outcome = SKIPPED if reason else UNCHANGED
                self.tally.comments[*key, outcome, reason] += number

    def _write(self):
        self.context.index = find_index(self.context, self.run)
        self._write_media()
        self._write_outlines()
        raise_sequence(Comment, min(self.scan.max_comment, 2**53))
        self._write_bodies()

    def _write_media(self):
        context = self.context
        writer = MediaWriter(context, self.uploads, self._downloader())

        def write(items):
            rows = context.ledger.find(items)
            new, old = [], []
            for item in items:
                known = rows.get(item.key)
                row = writer.write(item, known)
                if row is not None:
                    (old if known else new).append((item, row))
            context.ledger.add([row for _, row in new])
            for _, row in old:
                row.save()
                context.ledger.note(row)
            add_old_urls(
                context.source, [(row, media_paths(i, context)) for i, row in new]
            )
            context.new_files.clear()

        self._in_batches("Pictures and files", ["attachment"], write, MEDIA_BATCH)
        context.has_new_media = writer.has_new

    def _downloader(self):
        if not self.options.download:
            return None
        return Downloader(self.scan.site.url, self.options.download_hosts)

    def _write_outlines(self):
        writer = OutlineWriter(self.context)
        wanted = (i for i in self._items(PAGES) if is_wanted(self.context, i))
        pages, total = (
            [],
            sum(self.scan.items[key] for key in self.scan.items if key[0] in PAGES),
        )
        done = 0

        def posts():
            for item in wanted:
                if item.type == "post":
                    yield item
                else:
                    pages.append(_without_text(item))

        for batch in batches(posts(), self.options.batch):
            self._guard(batch, writer.write_posts, writer.forget)
            done += len(batch)
            self.progress("Making room for pages", done, total)
        for level in parents_first(pages):
            self._guard(level, writer.write_pages, writer.forget)

    def _write_bodies(self):
        bodies, comments = BodyWriter(self.context), CommentWriter(self.context)

        def write(items):
            written = bodies.write(items)
            found = [*bodies.kept, *((item, page) for item, page, _ in written)]
            found = [pair for pair in found if pair[0].type == "post"]
            articles = (
                comments.write(found) if self.options.wants("comments") else set()
            )
            done = {item.key for item, _ in found}
            for item in items:
                if item.key not in done:
                    reason = NO_COMMENTS if item.type == "page" else NOT_IMPORTED
                    skip_all(self.context, item, reason)
            if self.options.wants("redirects"):
                write_redirects(self.context, written)
            batch_written.send(sender=BlogPage, articles=articles)

        self._in_batches("Pages and comments", PAGES, write, self.options.batch)

    def _items(self, types):
        return distinct_items(self.export, self.scan, types)

    def _in_batches(self, phase, types, write, size):
        done = 0
        total = sum(n for (kind, _), n in self.scan.items.items() if kind in types)
        for batch in batches(self._items(types), size):
            todo = [item for item in batch if not self._count_without_writing(item)]
            self._guard(todo, write)
            done += len(batch)
            self.progress(phase, done, total)

    def _count_without_writing(self, item):
        """Count an item that needs no writing; return whether it is one."""
        reason = self._reason_to_skip(item)
        if reason:
            self.tally.item(item, SKIPPED, reason)
            skip_all(self.context, item, NOT_IMPORTED)
            return True
        has_new_media, comments = (
            self.context.has_new_media,
            self.options.wants("comments"),
        )
        if self.context.ledger.is_unchanged(item, has_new_media, comments):
            self.tally.item(item, UNCHANGED)
            if item.type == "post":
                count_unchanged(self.context, item)
            else:
                skip_all(self.context, item, NO_COMMENTS)
            return True
        if item.type == "attachment":
            skip_all(self.context, item, NO_COMMENTS)
        return False

    def _reason_to_skip(self, item):
        if item.type == "attachment":
            return "" if self.options.wants("media") else "media were not asked for"
        return self.context.reason_to_skip(item)

    def _guard(self, items, write, forget=lambda: None):
        """Write `items` in one transaction; if that fails, each in its own."""
        self._check_stop()
        if not items:
            return
        try:
            with self.tally.batch(), transaction.atomic():
                write(items)
        except StopImport:
            raise
        except Exception as error:
            self.context.forget()
            forget()
            if len(items) == 1:
                self._count_failure(items[0], error)
            else:
                for item in items:
                    self._guard([item], write, forget)

    def _count_failure(self, item, error):
        reason = f"{type(error).__name__}: {error}"[:200]
        if (item.type, item.key, "failed") in self._failed:
            return
        self._failed.add((item.type, item.key, "failed"))
        self.tally.item(item, FAILED, reason)
        self.tally.note("failed", reason, f"line {item.line}", item.key)

    @property
    def _failed(self):
        return self.__dict__.setdefault("failed_items", set())


class _Kind:
    """The type and status of comments that are counted together."""

    def __init__(self, kind, status):
        self.type, self.status = kind, status


def batches(items, size):
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch


def _without_text(item):
    """Return a page without what its outline does not need, as many are waiting."""
    if item.get("title"):
        item.fields = {k: v for k, v in item.fields.items() if len(v) < 2_000}
    item.comments = []
    return item


def media_paths(item, context):
    """Return the old paths of an attachment: its file and its page."""
    return [f"{UPLOADS}{upload_path(item)}", *old_paths(item, context)]


def find_site(host):
    if not host:
        site = Site.objects.filter(is_default_site=True).first()
    else:
        site = Site.objects.filter(hostname=host).first()
    if site is None:
        raise ExportError(f"There is no site {host or 'yet'} here.")
    return site


def find_parent(site, path):
    """Return the page below which imported pages go."""
    root = site.root_page.specific
    if not path.strip("/"):
        return root
    url_path = f"{root.url_path.rstrip('/')}/{path.strip('/')}/"
    page = StandardPage.objects.filter(url_path=url_path).first()
    if page is None:
        raise ExportError(f"There is no standard page {path} to put pages below.")
    return page


def find_index(context, run):
    """Return the blog of the site; create it if there is none."""
    root = context.site.root_page
    index = BlogIndexPage.objects.descendant_of(root).first()
    if index is None:
        if not isinstance(root.specific, HomePage):
            raise ExportError("The site has no home page to put a blog below.")
        index = root.add_child(
            instance=BlogIndexPage(title="Blog", slug="blog", show_in_menus=True)
        )
        context.tally.note("page", "the blog was created", index.url)
    return index


class _nothing:
    def __enter__(self):
        return None

    def __exit__(self, *arguments):
        return False
