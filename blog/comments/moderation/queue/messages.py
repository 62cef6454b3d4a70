"""What moderators are told after an action."""

from django.contrib import messages
from django.template.loader import render_to_string
from django.urls import reverse

from wagtail.admin.utils import get_valid_next_url_from_request

from ..batches import last_batch

MOST_NAMED = 5


def report(request, outcome):
    """Say what was done, with a button to undo it, and what was left alone."""
    if outcome.done:
        text = f"{_subject(outcome.done)} {outcome.words}."
        _success(request, text, outcome.batch, "Undo")
    _warn(request, outcome)


def report_undo(request, outcome):
    """Say what is as it was before, and offer to undo what the user did before that."""
    if outcome.done:
        before = last_batch(request.user)
        text = f"{_subject(outcome.done)} put back."
        _success(request, text, before, f"Undo also: {before}")
    elif not outcome.left:
        messages.info(request, "That has been undone already.")
    _warn(request, outcome)


def report_gone(request):
    """Say that somebody else has deleted the comment."""
    messages.warning(request, "That comment has been deleted meanwhile.")


def offer(request, text, url, label="Undo", **fields):
    """Say `text`, with a button that posts `fields` to `url`."""
    fields["next"] = get_valid_next_url_from_request(request)
    form = {"text": text, "url": url, "label": label, "fields": fields}
    template = "comments/moderation/message.html"
    messages.success(request, render_to_string(template, form, request))


def _success(request, text, batch, label):
    if batch is None:
        messages.success(request, text)
    else:
        url = reverse("comment_moderation:undo", args=[batch.pk])
        offer(request, text, url, label)


def _warn(request, outcome):
    for line in _obstacles(outcome, request.user):
        messages.warning(request, line)


def _subject(comments):
    if len(comments) == 1:
        return f"Comment by {comments[0].name}"
    return f"{len(comments)} comments"


def _obstacles(outcome, user):
    for comment in outcome.left[:MOST_NAMED]:
        status = comment.get_status_display().lower()
        yield f"Comment by {comment.name}: already {status}{_by(comment, user)}."
    if unnamed := outcome.left[MOST_NAMED:]:
        yield f"{len(unnamed)} more had been changed by somebody else meanwhile."
    if outcome.gone:
        yield f"Already deleted by somebody else: {outcome.gone}."
    if outcome.unfinished:
        yield f"Not done yet, there were too many at once: {outcome.unfinished}."


def _by(comment, user):
    who = comment.status_changed_by
    if who is None:
        return ""
    return " by you" if who == user else f" by {who.get_full_name() or who}"
