"""Emails to moderators about reported comments, rendered when they are sent."""

from datetime import timedelta

from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail

from ..mail.action_links import action_links
from ..mail.notifications import (
    MAX_SINGLE_MAILS,
    absolute_url,
    moderators,
    render_mail,
    site_name,
)
from ..models import Comment, Report

REPORTED = "comment-reported-"
DIGEST = "comment-reports-"


def notify_moderators(report):
    """Queue an email about a comment, or one about all further comments of the hour."""
    if _mails_this_hour() < MAX_SINGLE_MAILS:
        key = f"{REPORTED}{report.comment_id}"
        outbox.queue_rendered("comments.reported", key=key, report=report.pk)
    else:
        hour = timezone.now().replace(minute=0, second=0, microsecond=0)
        key, due = f"{DIGEST}{hour:%Y%m%d%H}", hour + timedelta(hours=1)
        outbox.queue_rendered("comments.many_reported", key=key, due=due)


def forget_mails(comments):
    """Delete the emails about comments, so that a new report is emailed again."""
    keys = [f"{REPORTED}{comment.pk}" for comment in comments]
    OutboxMail.objects.filter(key__in=keys).delete()


@outbox.renderer("comments.reported")
def render_reported(report):
    """Return the email about a comment that is still reported, or None."""
    report = _waiting().filter(pk=report).select_related("comment__page").first()
    if report is None:
        return None
    comment = report.comment
    links = action_links(comment, ["spam", "trash"])
    body = render_mail(
        "reported",
        comment=comment,
        reason=report.get_reason_display(),
        links=[(label, absolute_url(path)) for label, path in links],
        queue_url=_queue_url(),
    )
    subject = f"[{site_name()}] Reported comment: “{comment.page.title}”"
    return EmailMessage(subject, body, to=moderators())


@outbox.renderer("comments.many_reported")
def render_many_reported():
    """Return an email with a link to all reported comments, None if there are none."""
    if not _waiting().exists():
        return None
    body = render_mail("many_reported", queue_url=_queue_url())
    subject = f"[{site_name()}] Many comments were reported"
    return EmailMessage(subject, body, to=moderators())


def _waiting():
    return Report.objects.open().filter(comment__status=Comment.Status.APPROVED)


def _mails_this_hour():
    an_hour_ago = timezone.now() - timedelta(hours=1)
    mails = OutboxMail.objects.filter(key__startswith=REPORTED)
    return mails.filter(created__gt=an_hour_ago).count()


def _queue_url():
    return absolute_url(reverse("comment_moderation:index") + "?status=reported")
