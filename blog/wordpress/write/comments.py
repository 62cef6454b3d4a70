"""Comments: whole threads, with their states and dates, and without any email."""

import hashlib
import json

from wagtail.models import ModelLogEntry

from blog.comments.models import Comment, RemovedComment
from blog.comments.states import add_imported, refresh_threads

from ..convert.comments import PINGS, convert_comment, is_note, parents_of
from ..models.ledger import COMMENTS
from ..report.tally import IMPORTED, SKIPPED, UNCHANGED, UPDATED
from ..workarounds import reserve_ids

REMOVED = "it was deleted or anonymized here"
MAX_KEPT_ID = 2**53
TRAINED = {Comment.Status.APPROVED, Comment.Status.SPAM}
FIELDS = ["name", "email", "text", "created", "status", "ip", "user_agent"]


def reason_to_skip(comment, options):
    """Return why a comment is not imported, or ""."""
    if not options.wants("comments"):
        return "comments were not asked for"
    if comment.type in PINGS and options.pingbacks == "drop":
        return "pings are not kept"
    if is_note(comment) and not options.keep_notes:
        return f"a {comment.type} is not a reader’s comment"
    return ""


def skip_all(context, item, reason, with_notes=True):
    """Count the comments of an item whose page takes none."""
    for comment in item.comments:
        own = reason_to_skip(comment, context.options)
        if not (own or with_notes) and is_note(comment):
            continue
        context.tally.comment(comment, SKIPPED, own or reason)


def count_unchanged(context, item):
    for comment in item.comments:
        reason = reason_to_skip(comment, context.options)
        outcome = SKIPPED if reason else UNCHANGED
        context.tally.comment(comment, outcome, reason)


class CommentWriter:
    """Writes the comments of articles."""

    def __init__(self, context):
        self.context = context

    def write(self, found):
        """Write the comments of (item, page) pairs; return the ids of the articles."""
        threads = [Thread(self.context, *pair) for pair in found if pair[0].comments]
        if not any(thread.comments for thread in threads):
            return set()
        keys = [key for thread in threads for key in thread.keys]
        existing = Comment.objects.filter(submission_key__in=keys)
        existing = {comment.submission_key: comment for comment in existing}
        removed = RemovedComment.objects.filter(key__in=keys)
        removed = set(removed.values_list("key", flat=True))
        new = [row for thread in threads for row in thread.prepare(existing, removed)]
        self._number(new)
        for thread in threads:
            thread.connect()
        add_imported(new)
        for thread in threads:
            thread.update()
        self._record([thread for thread in threads if thread.has_changes])
        return {thread.page.pk for thread in threads if thread.has_changes}

    def _record(self, changed):
        """Record the new comments on pages of other runs, so that they can be undone.

        The others are removed with their pages.
        """
        if not changed:
            return
        ledger = self.context.ledger
        run, pages = ledger.run.saved(), ledger.find([t.item for t in changed])
        rows = []
        for thread in changed:
            if thread.new and pages[thread.item.key].run_id != run.pk:
                ids = [comment.pk for comment in thread.new]
                key = COMMENTS, ids[0], run.pk
                rows.append(ledger.new_row(key, thread.page, raw=json.dumps(ids)))
        ledger.add(rows)

    def _number(self, new):
        """Keep the ids where they are free, so that #comment-7 still leads there."""
        numbers = [
            row.wordpress_id for row in new if 0 < row.wordpress_id < MAX_KEPT_ID
        ]
        taken = set(Comment.objects.filter(pk__in=numbers).values_list("pk", flat=True))
        same = Comment.objects.filter(
            source=self.context.source, wordpress_id__in=numbers
        )
        used = set(same.values_list("wordpress_id", flat=True))
        without = []
        for row in new:
            number = row.wordpress_id
            if number in used:  # another comment of the export has the number, too
                row.wordpress_id = None
            used.add(number)
            if 0 < number < MAX_KEPT_ID and number not in taken:
                taken.add(number)
                row.pk = number
            else:
                without.append(row)
        self._number_others(without, taken)

    def _number_others(self, rows, taken):
        if not rows:
            return
        # Not a number that a later comment of the export could keep.
        taken = taken | {min(self.context.scan.max_comment, MAX_KEPT_ID)}
        for row, pk in zip(rows, reserve_ids(Comment, len(rows), taken), strict=True):
            if row.wordpress_id:
                text = f"number {row.wordpress_id} is {pk} here; old links to it work"
                title = row.page.title
                self.context.tally.note("comment", text, title, row.item_key)
            row.pk = pk


class Thread:
    """The comments of one article."""

    def __init__(self, context, item, page):
        self.context, self.item, self.page = context, item, page
        self.has_changes, self.changed, self.rows = False, [], {}
        self.comments = [c for c in item.comments if self._is_wanted(c)]
        self.keys = self._make_keys()
        self.parents, orphans, circles = parents_of(self.comments)
        for number in sorted(orphans):
            self._note(f"comment {number} is at the top, as its parent is missing")
        for number in sorted(circles):
            self._note(f"comment {number} was in reply to itself")

    def _is_wanted(self, comment):
        reason = reason_to_skip(comment, self.context.options)
        if reason:
            self.context.tally.comment(comment, SKIPPED, reason)
        # Notes are for editors; see pages/notes.py.
        return not reason and not is_note(comment)

    def _note(self, text):
        self.context.tally.note("comment", text, self.page.title, self.item.key)

    def _make_keys(self):
        """Return a key for each comment, which is the same in every import."""
        keys, seen = [], {}
        for comment in self.comments:
            seen[comment.number] = seen.get(comment.number, 0) + 1
            parts = self.context.source, self.item.key, comment.number
            text = f"{parts}{seen[comment.number]}"
            keys.append(f"wp-{hashlib.sha256(text.encode()).hexdigest()[:60]}")
        return keys

    def prepare(self, existing, removed):
        """Return the new rows; note which of the others differ from the export.

        Comments with a key in `removed` do not come back.
        """
        new = []
        options = self.context.options
        for key, comment in zip(self.keys, self.comments, strict=True):
            values = convert_comment(
                comment,
                self.context.zone,
                personal_data=options.personal_data,
                fallback=self.page.first_published_at,
            )
            row = existing.get(key)
            if key in removed:
                self.context.tally.comment(comment, SKIPPED, REMOVED)
            elif row is None:
                row = self._make_row(key, comment, values)
                new.append(row)
                self.context.tally.comment(comment, IMPORTED)
            else:
                self._compare(row, comment, values)
            if row is not None:
                self.rows.setdefault(comment.number, row)
        self.has_changes = bool(new or self.changed)
        self.new = new
        return new

    def _make_row(self, key, comment, values):
        row = Comment(
            page=self.page,
            submission_key=key,
            source=self.context.source,
            wordpress_id=comment.number,
            user=self.context.people.commenter(values.user_number),
            status_changed=values.created,
        )
        for name in FIELDS:
            setattr(row, name, getattr(values, name))
        if self.context.options.train_spam and row.status in TRAINED:
            # The spam filter learns from comments whose status a person decided on.
            row.status_before = Comment.Status.PENDING
        row.number, row.item_key = comment.number, self.item.key
        return row

    def _compare(self, row, comment, values):
        differs = any(getattr(row, name) != getattr(values, name) for name in FIELDS)
        if not differs:
            self.context.tally.comment(comment, UNCHANGED)
        elif _was_moderated(row) and not self.context.options.overwrite_local:
            self.context.tally.comment(comment, SKIPPED, "it was changed here")
        else:
            for name in FIELDS:
                setattr(row, name, getattr(values, name))
            self.changed.append(row)
            self.context.tally.comment(comment, UPDATED)

    def connect(self):
        """Set the parents of the new rows, now that all have ids."""
        for row in self.new:
            parent = self._find_parent(row)
            row.parent_id = (
                parent.pk if parent is not None and parent is not row else None
            )

    def _find_parent(self, row):
        """Return the nearest comment above that is still here, or None."""
        number = self.parents.get(row.number)
        while number and number not in self.rows:
            number = self.parents.get(number)
        return self.rows.get(number)

    def update(self):
        """Save the rows that changed in the export."""
        if self.changed:
            Comment.objects.bulk_update(self.changed, FIELDS)
            refresh_threads([row.pk for row in self.rows.values()])


def _was_moderated(row):
    if row.status_changed_by_id:
        return True
    return ModelLogEntry.objects.for_instance(row).exists()
