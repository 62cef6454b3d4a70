"""The URLs of comments, and signed URLs that show pending comments to their authors."""

from datetime import timedelta

from django.core import signing
from django.db.models import Q
from django.utils import timezone

from ..models import Comment, CommentSettings

PENDING_SHOWN = timedelta(minutes=10)
signer = signing.Signer(salt="comments.own")


def comment_url(comment, request=None):
    """Return the URL of a visible comment, on the right page of its article."""
    number = _page_number(comment, CommentSettings.load(request).per_page)
    query = f"?comments={number}" if number > 1 else ""
    return f"{comment.page.get_url()}{query}#comment-{comment.pk}"


def url_after_posting(comment, request):
    """Return the URL to which the author of `comment` is redirected after posting it.

    It is always the same for a pending comment, so that resubmitting changes nothing.
    """
    if comment.is_visible:
        return comment_url(comment, request)
    signed = signer.sign(comment.pk)
    return f"{comment.page.get_url()}?comment={signed}#comment-{comment.pk}"


def find_pending_comment(page, signed):
    """Return the hidden comment on `page` that its author may see, or None.

    `signed` is the value from the URL; it works for ten minutes after posting.
    """
    try:
        pk = signer.unsign(signed)
    except signing.BadSignature:
        return None
    recent = page.comments.filter(created__gt=timezone.now() - PENDING_SHOWN)
    return recent.filter(pk=pk, is_visible=False).first()


def _page_number(comment, per_page):
    top = comment.root or comment
    before = Q(created__lt=top.created) | Q(created=top.created, pk__lt=top.pk)
    tops = Comment.objects.visible().filter(page=comment.page_id, root=None)
    return tops.filter(before).count() // per_page + 1
