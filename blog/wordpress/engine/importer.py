"""The import: scan, media, pages, texts with comments and redirects."""

from contextlib import nullcontext

from django.conf import settings
from django.db import transaction

from blog.comments.models import Comment

from ..convert.links import UPLOADS
from ..convert.remarks import has_words
from ..models import ImportRun
from ..old_urls.lists import find_list
from ..read.scan import PAGES, distinct_items, scan
from ..report.found import describe
from ..report.tally import Tally
from ..workarounds import raise_sequence
from ..write.bodies import BodyWriter
from ..write.comments import CommentWriter, skip_all
from ..write.context import Context
from ..write.ledger import Ledger, normalize_source
from ..write.media.attachments import MediaWriter, upload_path
from ..write.media.download import Downloader
from ..write.media.files import open_uploads
from ..write.outlines import (
    OutlineWriter,
    add_old_urls,
    is_wanted,
    old_paths,
    parents_first,
)
from ..write.pages.notes import NoteWriter
from ..write.pages.places import find_services, services_path
from ..write.people import People
from ..write.redirects import write_redirects
from ..write.resolver import LedgerResolver
from ..write.terms import Terms
from .announcements import Announcements
from .batches import Guard, StopImport, batches
from .counting import (
    NO_COMMENTS,
    NOT_IMPORTED,
    count_if_unchanged,
    count_others,
    count_without_writing,
)
from .places import check_accounts, find_parent, find_places, find_site

MEDIA_BATCH = 20
MAX_ID = 2**53


class LazyRun:
    """The row of a run, saved when something is written for the first time."""

    def __init__(self, run):
        self.run = run

    def saved(self):
        if self.run.pk is None:
            self.run.save()
        return self.run

    def forget(self):
        """Let the row be saved once more if that was rolled back."""
        if not ImportRun.objects.filter(pk=self.run.pk).exists():
            self.run.pk = None


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
        self.tally.found = describe(self.scan)
        with transaction.atomic() if self.options.dry_run else nullcontext():
            self._prepare()
            count_others(self.context)
            if not count_if_unchanged(self.context):
                self._write()
            if self.options.dry_run:
                transaction.set_rollback(True)
        return self.tally

    def _scan(self):
        size = self.export.size

        def report(done):
            self.progress("Looking through the export", done, size)
            self._check_stop()

        mapping = self.options.mapping
        return scan(self.export, settings.TIME_ZONE, report, mapping)

    def _check_stop(self):
        if self.should_stop():
            raise StopImport

    def _prepare(self):
        scanned, options, head = self.scan, self.options, self.scan.site
        source = normalize_source(head.url, head.fields.get("title", ""))
        self.run.run.source = source
        check_accounts(options)
        self.uploads = open_uploads(options.media_dir)
        site = find_site(options.site)
        ledger = Ledger(source, self.run)
        self.context = Context(
            export=self.export,
            scan=scanned,
            options=options,
            source=source,
            root=find_parent(site, options.parent),
            site=site,
            tally=self.tally,
            ledger=ledger,
            people=People(head.authors, options, ledger, self.tally),
            terms=Terms(head.terms, scanned.terms, ledger, self.tally),
            resolver=LedgerResolver(source, head.url, scanned.reusable, find_list),
        )
        self.context.resolver.set_attached(scanned.attached)
        self.guard = Guard(self.context, self._check_stop)

    def _write(self):
        context = self.context
        context.places = find_places(context)
        context.services = find_services(self.scan, services_path(context))
        self._write_media()
        self._write_outlines()
        raise_sequence(Comment, min(self.scan.max_comment, MAX_ID))
        self._write_bodies()

    def _write_media(self):
        context, downloader = self.context, None
        if self.options.download:
            hosts = self.options.download_hosts
            downloader = Downloader(self.scan.site.url, hosts)
        writer = MediaWriter(context, self.uploads, downloader)

        def write(items):
            new = writer.write_all(items)
            found = [(row, media_paths(item, context)) for item, row in new]
            add_old_urls(context.source, found)
            context.new_files.clear()

        kinds, forget = ["attachment"], writer.forget
        self._in_batches("Pictures and files", kinds, write, MEDIA_BATCH, forget)
        context.has_new_media = writer.has_new

    def _write_outlines(self):
        writer, pages, done = OutlineWriter(self.context), [], 0
        size, total = self.options.batch, self._total(PAGES)

        def posts():
            for item in self._items(PAGES):
                if not is_wanted(self.context, item):
                    continue
                if item.kind == "post":
                    yield item
                else:
                    pages.append(_without_text(item))

        def all_batches():
            yield from batches(posts(), size)
            for level in parents_first(pages):
                yield from batches(level, size)

        for batch in all_batches():
            self.guard.write(batch, writer.write, writer.forget)
            done += len(batch)
            self.progress("Making room for pages", done, total)

    def _write_bodies(self):
        bodies, comments = BodyWriter(self.context), CommentWriter(self.context)
        notes = NoteWriter(self.context)
        announcements = Announcements()

        def write(items):
            written = bodies.write(items)
            found = [*bodies.kept, *((item, page) for item, page, _ in written)]
            articles = comments.write([p for p in found if p[0].kind == "post"])
            if self.options.keep_notes and self.options.wants("comments"):
                notes.write(found)
            self._skip_comments(items, found)
            if self.options.wants("redirects"):
                write_redirects(self.context, written)
            has_changes = bodies.kept or not all(row.was_new for *_, row in written)
            announcements.add(articles, has_changes)

        size = self.options.batch
        try:
            self._in_batches("Pages and comments", PAGES, write, size, fail=self._fail)
        finally:
            announcements.send()

    def _skip_comments(self, items, found):
        """Count the comments on pages, and on articles that were not imported."""
        written = {item.key for item, _ in found}
        for item in items:
            if item.key not in written:
                skip_all(self.context, item, NOT_IMPORTED)
            elif item.kind == "page":
                skip_all(self.context, item, NO_COMMENTS, with_notes=False)

    def _fail(self, item):
        """Count the comments of an article that could not be written."""
        skip_all(self.context, item, NOT_IMPORTED)

    def _items(self, kinds):
        return distinct_items(self.export, self.scan, kinds)

    def _total(self, kinds):
        return self.scan.total(kinds)

    def _in_batches(self, phase, kinds, write, size, *arguments, **options):
        done, total = 0, self._total(kinds)
        if not total:
            return
        for batch in batches(self._items(kinds), size):
            todo = [i for i in batch if not count_without_writing(self.context, i)]
            self.guard.write(todo, write, *arguments, **options)
            done += len(batch)
            self.progress(phase, done, total)


def _without_text(item):
    """Return a page without what its outline does not need, as many are waiting."""
    if item.get("title"):
        content = "…" if has_words(item) else ""
        item.fields = {k: v for k, v in item.fields.items() if len(v) < 2_000}
        item.fields["content:encoded"] = content
    item.comments = []
    return item


def media_paths(item, context):
    """Return the old paths of an attachment: its file and its page."""
    return [f"{UPLOADS}{upload_path(item)}", *old_paths(item, context)]
