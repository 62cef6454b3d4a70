"""From a valid form to exactly one comment, or to the reason why not."""

import hashlib
import math
from datetime import timedelta

from django.db import IntegrityError
from django.db.models import Q
from django.utils import timezone

from .. import states
from ..mail.subscriptions import subscribe
from ..models import Comment
from ..models.comment import MODERATE
from ..spam.rules import judge, look_at
from .locks import turn

CLOSED = "Comments are closed on this article."
NO_REPLY = "This comment can no longer be replied to."
DUPLICATE = "You have already posted this."
TOO_MANY = "You are posting too quickly. Please wait {}, then send it again."


class Refusal(Exception):
    """Why a comment is not taken: a status code, and words for its writer."""

    def __init__(self, status, message, wait=None):
        super().__init__(message)
        self.status, self.message, self.wait = status, message, wait


def is_open(page, settings):
    """Tell whether readers may comment on `page` now."""
    if not (settings.comments_open and page.comments_open):
        return False
    closing = closes_at(page, settings)
    return closing is None or timezone.now() < closing


def closes_at(page, settings):
    """Return when `page` closes, or closed, by its age; None for never."""
    if settings.close_after_days is None or page.first_published_at is None:
        return None
    return page.first_published_at + timedelta(days=settings.close_after_days)


def find_parent(page, typed, settings):
    """Return the comment that is answered, None for none, or raise Refusal."""
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) < 19):
        raise Refusal(403, NO_REPLY)
    parent = page.comments.visible().filter(pk=int(typed)).first()
    if parent is None or depth_of(parent) >= settings.max_depth:
        raise Refusal(403, NO_REPLY)
    return parent


def depth_of(comment):
    """Return how deep `comment` stands in its thread, 1 for the top."""
    thread = Comment.objects.filter(Q(pk=comment.thread_id) | Q(root=comment.thread_id))
    parents = dict(thread.values_list("pk", "parent"))
    depth, pk = 1, comment.pk
    while (pk := parents.get(pk)) is not None and depth <= len(parents):
        depth += 1
    return depth


def key_of(submission, client_key):
    """Return the name of this very submission, the same for the same form again.

    Readers of one copy of a cached page share the client's key, so all that they
    write is part of the name.
    """
    parent = submission.parent and submission.parent.pk
    parts = [client_key, submission.page.pk, parent, submission.name]
    parts += [submission.email, submission.text]
    key = _hash(*parts)
    if not client_key:
        # Without a key of the form's own, what was thrown away may be said again.
        while thrown_away := _in_trash(key):
            key = _hash(key, thrown_away.pk)
    return key


def store(submission):
    """Return the comment of `submission`: new, or the one the same form made before.

    Raise Refusal for a duplicate, for a flood, and for a parent that is gone.
    """
    # Before the transaction, which could not use what is remembered from earlier ones.
    found = look_at(submission)
    sender = f"ip {submission.ip}", f"email {submission.email.upper()}"
    try:
        # Twins wait here for each other, so that the second finds the first.
        with turn(submission.key, *sender):
            if submission.parent:
                states.lock_pages([submission.page.pk])
            return _add(submission, found)
    except IntegrityError:
        if twin := _find(submission.key):
            return twin
        raise


def _find(key):
    return Comment.objects.filter(submission_key=key).first()


def _hash(*parts):
    joined = "\x1f".join(map(str, parts))
    return hashlib.sha256(joined.encode(errors="surrogatepass")).hexdigest()


def _in_trash(key):
    trash = Comment.objects.filter(status=Comment.Status.TRASH)
    return trash.filter(submission_key=key).first()


def _add(submission, found):
    if submission.earlier.has_twin and (twin := _find(submission.key)):
        return twin
    if submission.parent:
        submission.parent = find_parent(
            submission.page, str(submission.parent.pk), submission.settings
        )
    if submission.earlier.has_duplicate:
        raise Refusal(409, DUPLICATE)
    _refuse_flood(submission)
    verdict = judge(submission, found)
    comment = Comment(
        page=submission.page,
        parent=submission.parent,
        name=submission.name,
        email=submission.email,
        text=submission.text,
        user=submission.user,
        ip=submission.ip,
        user_agent=submission.user_agent,
        status=verdict.status,
        hold_reasons=verdict.reasons,
        is_urgent=verdict.is_urgent,
        spam_score=submission.spam_score,
        submission_key=submission.key,
    )
    states.add(comment)
    if submission.wants_mail:
        subscribe(comment)
    return comment


def _refuse_flood(submission):
    if submission.user and submission.user.has_perm(MODERATE):
        return
    seconds = math.ceil(max(_waits(submission), default=0))
    if seconds > 0:
        words = f"{seconds} second{'s' * (seconds != 1)}"
        raise Refusal(429, TOO_MANY.format(words), wait=seconds)


def _waits(submission):
    """Yield for each limit that is reached how many seconds it still holds."""
    limits, now, recent = submission.settings, timezone.now(), submission.earlier.recent
    here = [row.created for row in recent if row.ip and row.ip == submission.ip]
    if recent:
        yield limits.seconds_between - (now - recent[0].created).total_seconds()
    for most, period in [(limits.per_minute, 60), (limits.per_hour, 3600)]:
        if 0 < most <= len(here):
            yield period - (now - here[most - 1]).total_seconds()
