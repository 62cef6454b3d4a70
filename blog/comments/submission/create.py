"""Creation of exactly one comment for each submission."""

import hashlib

from django.db import IntegrityError
from django.db.models import F

from boulder_therapeutics.core.submission.limits import seconds_to_wait
from boulder_therapeutics.core.submission.locks import locked_transaction

from .. import states
from ..mail.subscriptions import subscribe
from ..models import Block, Comment
from ..models.comment import MODERATE
from ..spam.rules import evaluate
from .policy import find_parent
from .refusal import DUPLICATE, Refusal, refuse_while


def submission_key(submission, client_key):
    """Return a key that is the same whenever the same form is submitted again.

    Readers of a cached page share the `client_key` in its form, so the key also depends
    on everything that they typed.
    """
    parent = submission.parent and submission.parent.pk
    parts = [client_key, submission.page.pk, parent, submission.name]
    parts += [submission.email, submission.text]
    key = _hash(*parts)
    if not client_key:
        # A form without a key may repeat a comment that is in the trash.
        while trashed := _in_trash(key):
            key = _hash(key, trashed.pk)
    return key


def create_comment(submission):
    """Return the comment for `submission`, which may already exist.

    Raise Refusal for duplicates, for flooding, and if the parent takes no replies.
    """
    sender = f"ip {submission.ip}", f"email {submission.email.upper()}"
    try:
        # If the same form is submitted twice at once, the second waits here.
        with locked_transaction(submission.key, *sender):
            if submission.parent:
                states.lock_pages([submission.page.pk])
            return _create(submission)
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


def _create(submission):
    if submission.history.has_twin and (twin := _find(submission.key)):
        return twin
    if submission.parent:
        submission.parent = find_parent(
            submission.page, str(submission.parent.pk), submission.settings
        )
    if submission.history.has_duplicate:
        raise Refusal(409, DUPLICATE)
    _refuse_flood(submission)
    evaluation = evaluate(submission)
    comment = Comment(
        page=submission.page,
        parent=submission.parent,
        name=submission.name,
        email=submission.email,
        text=submission.text,
        user=submission.user,
        ip=submission.ip,
        user_agent=submission.user_agent,
        status=evaluation.status,
        hold_reasons=evaluation.reasons,
        is_urgent=evaluation.is_urgent,
        spam_score=submission.spam_score,
        submission_key=submission.key,
    )
    states.add(comment)
    if comment.status == Comment.Status.SPAM:
        _count_caught(submission)
    if submission.consent:
        subscribe(comment, submission.consent)
    return comment


def _count_caught(submission):
    blocks = Block.objects.filter(pk__in=[block.pk for block in submission.blocks])
    blocks.update(caught=F("caught") + 1)


def _refuse_flood(submission):
    if submission.user and submission.user.has_perm(MODERATE):
        return
    ip, recent = submission.ip, submission.history.recent
    times = [row.created for row in recent]
    from_ip = [row.created for row in recent if ip and row.ip == ip]
    refuse_while([seconds_to_wait(submission.settings, times, from_ip)])
