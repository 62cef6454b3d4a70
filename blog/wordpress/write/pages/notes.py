"""Notes of editors, and other comments that were never public, for editors here."""

from django.contrib.auth import get_user_model
from django.utils import timezone

from wagtail.models import Comment, CommentReply

from ...convert.comments import convert_comment, is_note, parents_of
from ...report.tally import IMPORTED, SKIPPED, UNCHANGED

KIND = "note"
NO_ACCOUNT = "there is no account for its author; name a default author"
DISCARDED = {"spam", "trash"}


class NoteWriter:
    """Writes notes as comments in Wagtail's editor, each once."""

    def __init__(self, context):
        self.context = context

    def write(self, found):
        """Write the notes of (item, page) pairs."""
        for item, page in found:
            notes = [comment for comment in item.comments if is_note(comment)]
            if notes:
                self._write_thread(notes, page)

    def _write_thread(self, notes, page):
        parents, _, _ = parents_of(notes)
        targets = self._known(notes)
        for note in sorted(notes, key=lambda note: bool(parents[note.number])):
            if note.number in targets:
                self.context.tally.comment(note, UNCHANGED)
            elif reason := self._reason_to_skip(note):
                self.context.tally.comment(note, SKIPPED, reason)
            else:
                thread = _thread_of(note.number, parents, targets)
                targets[note.number] = self._add(note, thread, page)
                self.context.tally.comment(note, IMPORTED)

    def _known(self, notes):
        """Return the comments here of notes that were imported before, by number."""
        rows = self.context.ledger.find_numbers(KIND, [note.number for note in notes])
        return {row.wordpress_id: row.target for row in rows}

    def _reason_to_skip(self, note):
        if note.status in DISCARDED:
            return f"it is in status {note.status}"
        return "" if self._user_of(note)[0] else NO_ACCOUNT

    def _user_of(self, note):
        """Return the user to whom a note is credited, and whether they wrote it."""
        people = self.context.people
        if user := people.commenter(note.fields.get("wp:comment_user_id", "").strip()):
            return user, True
        user = people.user("") or self.context.ledger.run.run.user
        owners = get_user_model().objects.filter(is_active=True, is_superuser=True)
        return user or owners.order_by("pk").first(), False

    def _add(self, note, thread, page):
        values = convert_comment(note, self.context.zone, fallback=timezone.now())
        user, is_author = self._user_of(note)
        text = values.text if is_author else f"{values.name}: {values.text}"
        if isinstance(thread, Comment):
            target = CommentReply(comment=thread, user=user, text=text)
        else:
            target = Comment(page=page, user=user, text=text, contentpath="title")
        target.save()
        # The field is set to the present time when it is saved.
        type(target).objects.filter(pk=target.pk).update(created_at=values.created)
        row = self.context.ledger.new_row((KIND, note.number, 0), target)
        self.context.ledger.add([row])
        return target


def _thread_of(number, parents, targets):
    """Return the comment at the top of a thread, or None if the note begins one."""
    seen = set()
    while parents.get(number) and number not in seen:
        seen.add(number)
        number = parents[number]
    return targets.get(number) if seen else None
