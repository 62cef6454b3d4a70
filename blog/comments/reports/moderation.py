"""Reported comments for moderators, and the end of reports."""

from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from wagtail.log_actions import log

from ..models import Comment, Report
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


def delete_old_reports(settings):
    """Delete the networks of reports, and dismissed reports; return how many."""
    now = timezone.now()
    with_network = Report.objects.exclude(network="")
    dismissed = now - timedelta(days=settings.rejected_days)
    return (
        with_network.filter(created__lt=now - NETWORK_PERIOD).update(network=""),
        Report.objects.filter(dismissed__lt=dismissed).delete()[0],
    )
