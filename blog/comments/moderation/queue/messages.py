"""Messages to moderators about the outcome of their actions."""

from django.contrib import messages
from django.template.loader import render_to_string
from django.urls import reverse

from wagtail.admin.utils import get_valid_next_url_from_request

from ...mail.subscriptions import TIME_TO_UNDO
from ..batches import last_batch

MAX_NAMED = 5
# The results of actions that readers are emailed about.
PUBLISHING = {"approved", "replied to", "approved and replied to"}
EMAILS_LEAVE = (
    f"Emails to readers leave after {TIME_TO_UNDO.seconds // 60} minutes; undoing this "
    "later does not recall them."
)


def add_outcome_messages(request, outcome):
    """Add a message about the changes, with an Undo button, and one per obstacle."""
    if outcome.done:
        text = f"{_subject(outcome.done)} {outcome.result}."
        _add_success(request, text, outcome.batch, "Undo")
    _add_warnings(request, outcome)


def add_batch_messages(request, batch):
    """Add the messages about a batch that was finished in the background."""
    is_undone = batch.stage == batch.Stage.UNDONE
    undoable = None if is_undone or batch.action == "delete" else batch
    number = "1 comment" if batch.done == 1 else f"{batch.done} comments"
    result = "restored" if is_undone else batch.result
    _add_success(request, f"{number} {result}.", batch.done and undoable, "Undo")
    if batch.skipped:
        messages.warning(request, f"Changed by other moderators: {batch.skipped}.")
    if batch.missing:
        text = f"Already deleted by another moderator: {batch.missing}."
        messages.warning(request, text)


def add_undo_messages(request, outcome):
    """Add a message about what was undone, with a button to undo the batch before."""
    if outcome.done:
        previous = last_batch(request.user)
        text = f"{_subject(outcome.done)} restored."
        _add_success(request, text, previous, f"Also undo: {previous}")
    elif not outcome.skipped:
        messages.info(request, "This has already been undone.")
    _add_warnings(request, outcome)


def add_deleted_message(request):
    messages.warning(request, "This comment has been deleted.")


def add_finished_message(request):
    messages.info(request, "This is finished.")


def add_message_with_button(request, text, url, label="Undo", **fields):
    """Add a success message with a button that posts `fields` to `url`."""
    fields["next"] = get_valid_next_url_from_request(request)
    form = {"text": text, "url": url, "label": label, "fields": fields}
    template = "comments/moderation/message.html"
    messages.success(request, render_to_string(template, form, request))


def _add_success(request, text, batch, label):
    if not batch:
        messages.success(request, text)
    else:
        if batch.result in PUBLISHING:
            text = f"{text} {EMAILS_LEAVE}"
        url = reverse("comment_moderation:undo", args=[batch.pk])
        add_message_with_button(request, text, url, label)


def _add_warnings(request, outcome):
    for line in _obstacles(outcome, request.user):
        messages.warning(request, line)


def _subject(comments):
    if len(comments) == 1:
        return f"Comment by {comments[0].name}"
    return f"{len(comments)} comments"


def _obstacles(outcome, user):
    for comment in outcome.skipped[:MAX_NAMED]:
        status = comment.get_status_display().lower()
        yield f"Comment by {comment.name}: already {status}{_by(comment, user)}."
    if unnamed := outcome.skipped[MAX_NAMED:]:
        yield f"Also changed by other moderators: {len(unnamed)}."
    if outcome.missing:
        yield f"Already deleted by another moderator: {outcome.missing}."


def _by(comment, user):
    moderator = comment.status_changed_by
    if moderator is None:
        return ""
    if moderator == user:
        return " by you"
    return f" by {moderator.get_full_name() or moderator}"
