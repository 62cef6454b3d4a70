"""Emails to moderators about reported comments, which name and quote nobody."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail

from ..mail.action_links import action_links
from ..mail.notifications import MAX_SINGLE_MAILS, absolute_url, render_mail, site_name
from ..mail.notifications import _moderators as moderators

REPORTED = "comment-reported-"
DIGEST = "comment-reports-"


def notify_moderators(report):
    """Queue an email about a comment, or one about all further comments of the hour."""
    if not (to := moderators()):
        return
    if _mails_this_hour() < MAX_SINGLE_MAILS:
        _queue_single_mail(report, to)
    else:
        _queue_digest(to)


def forget_mails(comments):
    """Delete the emails about comments, so that a new report is emailed again."""
    keys = [f"{REPORTED}{comment.pk}" for comment in comments]
    OutboxMail.objects.filter(key__in=keys).delete()


def _queue_single_mail(report, to):
    comment = report.comment
    links = action_links(comment, ["spam", "trash"])
    outbox.queue(
        key=f"{REPORTED}{comment.pk}",
        subject=f"[{site_name()}] Reported comment: “{comment.page.title}”",
        body=render_mail(
            "reported",
            comment=comment,
            reason=report.get_reason_display(),
            links=[(label, absolute_url(path)) for label, path in links],
            queue_url=_queue_url(),
        ),
        to=to,
    )


def _queue_digest(to):
    """Queue an email that names no comment, for the end of the hour."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    outbox.queue(
        key=f"{DIGEST}{hour:%Y%m%d%H}",
        subject=f"[{site_name()}] Many comments were reported",
        body=render_mail("many_reported", queue_url=_queue_url()),
        to=to,
        due=hour + timedelta(hours=1),
    )


def _mails_this_hour():
    an_hour_ago = timezone.now() - timedelta(hours=1)
    mails = OutboxMail.objects.filter(key__startswith=REPORTED)
    return mails.filter(created__gt=an_hour_ago).count()


def _queue_url():
    return absolute_url(reverse("comment_moderation:index") + "?status=reported")
