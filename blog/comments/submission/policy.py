"""Rules for which articles take comments, and which comments take replies."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from ..models import Comment
from .refusal import NO_REPLY, Refusal


def is_open(page, settings):
    """Return whether visitors may comment on `page` now."""
    if not (settings.comments_open and page.comments_open):
        return False
    closing = closes_at(page, settings)
    return closing is None or timezone.now() < closing


def closes_at(page, settings):
    """Return when comments on `page` close, by its own date or its age, or None."""
    times = [page.comments_close_at]
    if settings.close_after_days is not None and page.first_published_at:
        days = timedelta(days=settings.close_after_days)
        times.append(page.first_published_at + days)
    return min(filter(None, times), default=None)


def find_parent(page, pk, settings):
    """Return the comment with the submitted `pk`, a string, or None for "".

    Raise Refusal if it is not visible on `page` or is too deep in its thread.
    """
    if not pk:
        return None
    if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
        raise Refusal(403, NO_REPLY)
    parent = page.comments.visible().filter(pk=int(pk)).first()
    if parent is None or depth_of(parent) >= settings.max_depth:
        raise Refusal(403, NO_REPLY)
    return parent


def depth_of(comment):
    """Return the depth of `comment` in its thread, 1 for a top-level comment."""
    thread = Comment.objects.filter(Q(pk=comment.thread_id) | Q(root=comment.thread_id))
    parents = dict(thread.values_list("pk", "parent"))
    depth, pk = 1, comment.pk
    while (pk := parents.get(pk)) is not None and depth <= len(parents):
        depth += 1
    return depth
