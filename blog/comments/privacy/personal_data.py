"""Give out, anonymize and forget what is known about those who comment."""

import ipaddress
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail
from boulder_therapeutics.operations.scheduler import DAY, every

from .. import states
from ..mail.notifications import forget_in_digests, mails_about
from ..models import Comment, CommentSettings, Subscription

ANONYMOUS = "Anonymous"
ERASED_TEXT = "(Removed at the writer’s request.)"
UNCONFIRMED_KEPT = timedelta(days=7)
PREFIXES = {4: 24, 6: 48}


def comments_of(email):
    """Return the comments that were sent with `email`, oldest first."""
    email = email.replace("\x00", "").strip()
    if not email:
        return Comment.objects.none()
    return Comment.objects.filter(email__iexact=email).select_related("page")


def export(email):
    """Return everything that is kept about the comments of `email`, ready for JSON."""
    return [
        {
            "id": comment.pk,
            "article": comment.page.title,
            "address": comment.page.full_url,
            "in_reply_to": comment.parent_id,
            "name": comment.name,
            "email": comment.email,
            "text": comment.text,
            "created": comment.created.isoformat(),
            "status": comment.status,
            "held_because": [reason["why"] for reason in comment.hold_reasons],
            "network_address": comment.ip,
            "browser": comment.user_agent,
        }
        for comment in comments_of(email)
    ]


@transaction.atomic
def erase(email, with_text=False, user=None):
    """Cut the comments of `email` off from their writer; return how many.

    What was said, when and in answer to whom stays, without the text if asked for.
    """
    comments = list(comments_of(email).select_for_update(of=["self"]))
    forget_in_digests(comments)
    for comment in comments:
        comment.name, comment.email, comment.user_agent = ANONYMOUS, "", ""
        comment.ip, comment.user = _network(comment.ip), None
        comment.hold_reasons = []
        # The key was made from name and email, too.
        comment.submission_key = secrets.token_hex(32)
        if with_text:
            comment.text = ERASED_TEXT
        comment.save()
        log(comment, "comments.erase", user=user)
    _forget_traces(comments)
    if comments:
        states.comments_changed.send(sender=Comment, comments=comments)
    return len(comments)


@dataclass
class Report:
    """What the retention job did."""

    blanked: int
    deleted: int
    unconfirmed: int
    mails: int


@every(DAY)
def retain(now=None):
    """Keep nothing longer than the settings promise; running it again does nothing."""
    settings, now = CommentSettings.load(), now or timezone.now()
    old = Comment.objects.filter(
        Q(ip__isnull=False) | ~Q(user_agent=""),
        created__lt=now - timedelta(days=settings.personal_data_days),
    )
    rejected = Comment.objects.filter(
        status__in=[Comment.Status.SPAM, Comment.Status.TRASH],
        status_changed__lt=now - timedelta(days=settings.rejected_days),
    )
    waiting = Subscription.objects.filter(
        confirmed=None, created__lt=now - UNCONFIRMED_KEPT
    )
    return Report(
        blanked=old.update(ip=None, user_agent=""),
        deleted=states.delete(list(rejected.values_list("pk", flat=True))),
        unconfirmed=waiting.delete()[0],
        mails=outbox.delete_old(),
    )


def _network(ip):
    """Return the network that an address belongs to, as an address."""
    if not ip:
        return None
    prefix = PREFIXES[ipaddress.ip_address(ip).version]
    return str(ipaddress.ip_network(f"{ip}/{prefix}", strict=False).network_address)


def _forget_traces(comments):
    """Take the writer out of the history and the mails about `comments`."""
    for comment in comments:
        ModelLogEntry.objects.for_instance(comment).update(label=str(comment))
    OutboxMail.objects.filter(key__in=mails_about(comments)).delete()
    Subscription.objects.filter(comment__in=comments).delete()
