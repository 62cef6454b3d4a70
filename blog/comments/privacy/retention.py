"""The job that deletes data when its period, named on the privacy page, is over."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from boulder_therapeutics.core.privacy.messages import delete_old_messages
from boulder_therapeutics.mail import outbox
from boulder_therapeutics.operations.scheduler import DAY, every

from .. import states
from ..models import Comment, CommentSettings, ModerationBatch, Subscription
from ..moderation.batches import UNDO_PERIOD
from ..reports.moderation import delete_old_reports

UNCONFIRMED_PERIOD = timedelta(days=7)


@dataclass
class RetentionReport:
    """How many rows the retention job changed or deleted."""

    anonymized: int
    deleted: int
    unconfirmed: int
    mails: int
    networks: int
    reports: int
    messages: int


@every(DAY)
def apply_retention():
    """Delete data that is older than the periods in the settings; idempotent."""
    settings, now = CommentSettings.load(), timezone.now()
    old = Comment.objects.filter(
        Q(ip__isnull=False) | ~Q(user_agent=""),
        created__lt=now - timedelta(days=settings.personal_data_days),
    )
    rejected = Comment.objects.filter(
        status__in=[Comment.Status.SPAM, Comment.Status.TRASH],
        status_changed__lt=now - timedelta(days=settings.rejected_days),
    )
    unconfirmed = Subscription.objects.filter(
        confirmed=None, created__lt=now - UNCONFIRMED_PERIOD
    )
    networks, reports = delete_old_reports(settings)
    ModerationBatch.objects.filter(created__lt=now - UNDO_PERIOD).delete()
    return RetentionReport(
        anonymized=old.update(ip=None, user_agent=""),
        deleted=states.delete(list(rejected.values_list("pk", flat=True))),
        unconfirmed=unconfirmed.delete()[0],
        mails=outbox.delete_old(),
        networks=networks,
        reports=reports,
        messages=delete_old_messages(),
    )
