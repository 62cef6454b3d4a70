"""Counts of items that need no writing, so that the sums add up."""

from ..convert.comments import is_note
from ..read.scan import IMPORTABLE
from ..report.tally import SKIPPED, UNCHANGED
from ..write.comments import count_unchanged, reason_to_skip, skip_all
from ..write.pages.notes import KIND

NO_COMMENTS = "its page takes no comments here"
NOT_IMPORTED = "its article was not imported"
TWICE = "it is in the file twice"
OTHERS = {
    "nav_menu_item": "menu entries",
    "wp_block": "reusable blocks, which are put in their places,",
    "wp_template": "templates of the theme",
    "wp_global_styles": "styles of the theme",
    "custom_css": "style sheets",
    "product": "products of a shop",
}


def count_others(context):
    """Count items that are never imported, and those that the file holds twice."""
    scanned, tally = context.scan, context.tally
    for (type, status), number in scanned.items.items():
        if scanned.kind_of(type) not in IMPORTABLE:
            reason = f"{OTHERS.get(type, type)} are not imported"
            tally.items[type, status, SKIPPED, reason] += number
    for key, number in scanned.repeat_statuses.items():
        tally.items[*key, SKIPPED, TWICE] += number
    for key, number in scanned.repeat_comments.items():
        tally.comments[*key, SKIPPED, TWICE] += number
    for (kind, *key), number in scanned.comments.items():
        if kind not in IMPORTABLE:
            tally.comments[*key, SKIPPED, NOT_IMPORTED] += number


def count_if_unchanged(context):
    """Count everything as unchanged if it is, without reading it once more."""
    if context.options.keep_notes:  # which an earlier import may have left out
        return False
    wants_all = all(map(context.options.wants, ("posts", "pages", "media", "comments")))
    if context.scan.repeats or context.options.statuses or not wants_all:
        return False
    if not all(_is_known(context, key) for key in context.scan.index):
        return False
    for (type, status), number in context.scan.items.items():
        if context.scan.kind_of(type) in IMPORTABLE:
            context.tally.items[type, status, UNCHANGED, ""] += number
    for (kind, *key), number in context.scan.comments.items():
        if kind in IMPORTABLE:
            _count_comments(context, kind, key, number)
    return True


def _is_known(context, key):
    for copy, digest in enumerate(context.scan.index[key]):
        row = context.ledger.known.get((*key, copy))
        if row is None or row.lacks_media:
            return False
        if row.sha256 + row.comments_sha256 != digest:
            return False
    return True


class _Kind:
    """The type and status of comments that are counted together."""

    def __init__(self, kind, status):
        self.type, self.status = kind, status


def _count_comments(context, kind, key, number):
    reason = reason_to_skip(_Kind(*key), context.options)
    if kind != "post":
        reason = reason or NO_COMMENTS
    outcome = SKIPPED if reason else UNCHANGED
    context.tally.comments[*key, outcome, reason] += number


def count_without_writing(context, item):
    """Count an item that needs no writing; return whether it is one."""
    if reason := _reason_to_skip(context, item):
        context.tally.item(item, SKIPPED, reason)
        skip_all(context, item, NOT_IMPORTED)
        return True
    comments = context.options.wants("comments")
    is_unchanged = context.ledger.is_unchanged(item, context.has_new_media, comments)
    if is_unchanged and not _has_new_notes(context, item):
        context.tally.item(item, UNCHANGED)
        if item.kind == "post":
            count_unchanged(context, item)
        else:
            count_notes(context, item)
            skip_all(context, item, NO_COMMENTS, with_notes=False)
        return True
    if item.kind == "attachment":
        skip_all(context, item, NO_COMMENTS)
    return False


def _has_new_notes(context, item):
    """Return whether there are notes to import that were left out before."""
    if not (context.options.keep_notes and context.options.wants("comments")):
        return False
    numbers = [note.number for note in item.comments if is_note(note)]
    return any((KIND, number, 0) not in context.ledger.known for number in numbers)


def count_notes(context, item):
    """Count the notes on a page that were imported before."""
    for note in filter(is_note, item.comments):
        if not reason_to_skip(note, context.options):
            context.tally.comment(note, UNCHANGED)


def _reason_to_skip(context, item):
    if item.kind == "attachment":
        if item.status == "trash":
            return "it is in status trash"
        return "" if context.options.wants("media") else "media were not asked for"
    return context.reason_to_skip(item)
