"""Where a comment is found, and the signed address that shows it to its writer."""

from datetime import timedelta

from django.core import signing
from django.db.models import Q
from django.utils import timezone

from ..models import Comment, CommentSettings

OWN_SHOWN = timedelta(minutes=10)
signer = signing.Signer(salt="comments.own")


def address_of(comment, request=None):
    """Return the address of a visible comment on the right page of its article."""
    number = _page_number(comment, CommentSettings.load(request).per_page)
    query = f"?comments={number}" if number > 1 else ""
    return f"{comment.page.get_url(request)}{query}#comment-{comment.pk}"


def address_of_answer(comment, request):
    """Return where the writer of `comment` is sent after posting it.

    The same for the same comment, whenever it is asked for.
    """
    if comment.is_visible:
        return address_of(comment, request)
    signed = signer.sign(comment.pk)
    return f"{comment.page.get_url(request)}?comment={signed}#comment-{comment.pk}"


def find_own(page, signed):
    """Return the waiting comment that a signed value lets its writer see, or None."""
    try:
        pk = signer.unsign(signed)
    except signing.BadSignature:
        return None
    recent = page.comments.filter(created__gt=timezone.now() - OWN_SHOWN)
    return recent.filter(pk=pk, is_visible=False).first()


def _page_number(comment, per_page):
    top = comment.root or comment
    earlier = Q(created__lt=top.created) | Q(created=top.created, pk__lt=top.pk)
    tops = Comment.objects.visible().filter(page=comment.page_id, root=None)
    return tops.filter(earlier).count() // per_page + 1
