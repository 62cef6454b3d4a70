"""Blocking of senders: their comments are marked as spam."""

from django.db import transaction

from wagtail.log_actions import log

from ..models import Block


@transaction.atomic
def block(value, comment, user, reason=""):
    """Block the sender of `comment` by `value`; return whether that is new."""
    entry = Block(value=value, reason=reason, user=user)
    entry.clean()
    if Block.objects.filter(value=entry.value).exists():
        return False
    entry.save()
    log(comment, "comments.block", user=user)
    return True


@transaction.atomic
def unblock(value, comment, user):
    """Delete the block with `value`."""
    Block.objects.filter(value=value).delete()
    log(comment, "comments.unblock", user=user)
