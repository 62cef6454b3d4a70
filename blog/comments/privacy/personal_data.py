"""Export, erasure and retention of personal data in comments."""

import ipaddress
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.http import JsonResponse
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from boulder_therapeutics.mail import outbox
from boulder_therapeutics.operations.scheduler import DAY, every

from .. import states
from ..models import Comment, CommentSettings, Subscription
from ..reports.moderation import delete_old_reports

ANONYMOUS = "Anonymous"
ERASED_TEXT = "(Removed at the author’s request.)"
UNCONFIRMED_PERIOD = timedelta(days=7)
ANONYMIZED_PREFIXES = {4: 24, 6: 48}  # bits, by IP version


def comments_by_email(email):
    """Return the comments posted with `email`, oldest first."""
    email = email.replace("\x00", "").strip()
    if not email:
        return Comment.objects.none()
    return Comment.objects.filter(email__iexact=email).select_related("page")


def export(email):
    """Return everything stored about the comments of `email`, ready for JSON."""
    return [
        {
            "id": comment.pk,
            "article": comment.page.title,
            "url": comment.page.full_url,
            "in_reply_to": comment.parent_id,
            "name": comment.name,
            "email": comment.email,
            "text": comment.text,
            "created": comment.created.isoformat(),
            "edited": comment.edited and comment.edited.isoformat(),
            "status": comment.status,
            "hold_reasons": [reason["why"] for reason in comment.hold_reasons],
            "ip_address": comment.ip,
            "user_agent": comment.user_agent,
        }
        for comment in comments_by_email(email)
    ]


def download(email):
    """Return a response that saves the export as a JSON file."""
    return JsonResponse(
        export(email),
        safe=False,
        headers={"Content-Disposition": 'attachment; filename="comments.json"'},
    )


@transaction.atomic
def erase(email, with_text=False, user=None):
    """Anonymize the comments of `email` and return their number.

    Dates, threads and, unless `with_text`, texts stay.
    """
    comments = list(comments_by_email(email).select_for_update(of=["self"]))
    for comment in comments:
        comment.name, comment.email, comment.user_agent = ANONYMOUS, "", ""
        comment.ip, comment.user = _anonymize_ip(comment.ip), None
        comment.hold_reasons = []
        # The old key may be a hash of the name and email.
        comment.submission_key = secrets.token_hex(32)
        if with_text:
            comment.text = ERASED_TEXT
        comment.save()
        log(comment, "comments.erase", user=user)
    _erase_traces(comments)
    return len(comments)


@dataclass
class RetentionReport:
    """How many rows the retention job changed or deleted."""

    anonymized: int
    deleted: int
    unconfirmed: int
    mails: int
    networks: int
    reports: int


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
    return RetentionReport(
        anonymized=old.update(ip=None, user_agent=""),
        deleted=states.delete(list(rejected.values_list("pk", flat=True))),
        unconfirmed=unconfirmed.delete()[0],
        mails=outbox.delete_old(),
        networks=networks,
        reports=reports,
    )


def _anonymize_ip(ip):
    """Return `ip` with the bits that identify a single host set to zero."""
    if not ip:
        return None
    prefix = ANONYMIZED_PREFIXES[ipaddress.ip_address(ip).version]
    return str(ipaddress.ip_network(f"{ip}/{prefix}", strict=False).network_address)


def _erase_traces(comments):
    """Remove the author from the history, and end their emails."""
    for comment in comments:
        ModelLogEntry.objects.for_instance(comment).update(label=str(comment))
    Subscription.objects.filter(comment__in=comments).delete()
