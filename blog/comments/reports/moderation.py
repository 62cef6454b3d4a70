"""Reported comments for moderators, and the end of reports."""

from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from wagtail.log_actions import log

from boulder_therapeutics.operations.scheduler import DAY, every

from ..models import Comment, CommentSettings, Report
from .mail import forget_mails

REPORTED = "reported"
NETWORK_PERIOD = timedelta(days=7)


def reported_comments():
    """Return the comments that were reported and are still approved."""
    reported = Report.objects.open().values("comment")
    return Comment.objects.approved().filter(pk__in=reported)


def add_report_reasons(comments):
    """Set `report_reasons`, in words, on each comment; with one query."""
    reports = Report.objects.open().filter(comment__in=[c.pk for c in comments])
    by_comment = {}
    for report in reports.order_by("created"):
        reasons = by_comment.setdefault(report.comment_id, Counter())
        reasons[report.get_reason_display()] += 1
    for comment in comments:
        reasons = by_comment.get(comment.pk, {})
        comment.report_reasons = [
            f"{reason} ({count})" if count > 1 else reason
            for reason, count in reasons.items()
        ]


@transaction.atomic
def dismiss_reports(ids, user=None):
    """Dismiss the open reports of comments; no comment changes, so none is returned."""
    comments = list(Comment.objects.filter(pk__in=ids))
    Report.objects.open().filter(comment__in=comments).update(dismissed=timezone.now())
    forget_mails(comments)
    for comment in comments:
        log(comment, "comments.dismiss", user=user)
    return []


@every(DAY, report="Networks deleted from reports")
def delete_networks():
    """Delete the networks of old reports; return how many."""
    old = Report.objects.filter(created__lt=timezone.now() - NETWORK_PERIOD)
    return old.exclude(network="").update(network="")


@every(DAY, report="Dismissed reports deleted")
def delete_dismissed_reports():
    """Delete reports after the period of spam and trash; return how many."""
    period = timedelta(days=CommentSettings.load().rejected_days)
    return Report.objects.filter(dismissed__lt=timezone.now() - period).delete()[0]
