"""The jobs that delete data when its period, named on the privacy page, is over."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from boulder_therapeutics.operations.scheduler import DAY, every

from .. import states
from ..models import Comment, CommentSettings, ModerationBatch, Subscription
from ..moderation.batches import UNDO_PERIOD

UNCONFIRMED_PERIOD = timedelta(days=7)


@every(DAY, report="IP addresses and browsers deleted")
def delete_ips_and_browsers():
    """Delete what identifies the device of a commenter; return how many had it."""
    period = timedelta(days=CommentSettings.load().personal_data_days)
    old = Comment.objects.filter(
        Q(ip__isnull=False) | ~Q(user_agent=""), created__lt=timezone.now() - period
    )
    return old.update(ip=None, user_agent="")


@every(DAY, report="Comments deleted from spam and trash")
def delete_rejected():
    """Delete comments that have been in spam or trash too long; return how many."""
    period = timedelta(days=CommentSettings.load().rejected_days)
    rejected = Comment.objects.filter(
        status__in=[Comment.Status.SPAM, Comment.Status.TRASH],
        status_changed__lt=timezone.now() - period,
    )
    return states.delete(list(rejected.values_list("pk", flat=True)))


@every(DAY, report="Unconfirmed subscriptions deleted")
def delete_unconfirmed():
    """Delete subscriptions that their readers did not confirm; return how many."""
    old = Subscription.objects.filter(created__lt=timezone.now() - UNCONFIRMED_PERIOD)
    return old.filter(confirmed=None).delete()[0]


@every(DAY, report="Records of bulk actions deleted")
def delete_old_batches():
    """Delete what nobody can undo any more; return how many bulk actions."""
    old = ModerationBatch.objects.filter(created__lt=timezone.now() - UNDO_PERIOD)
    return old.delete()[1].get(ModerationBatch._meta.label, 0)
