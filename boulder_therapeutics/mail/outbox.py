"""Mails that are neither lost nor sent twice.

A mail is a row, saved in the transaction of the event that causes it. After the commit
a thread of a web process or the command `send_outbox` claims the row and sends it. If
that process dies, the row is due again when its claim expires, with the same
Message-ID. Why not django-tasks: docs/decisions/0008-background-work.md.

Deleted data must not be in a mail that leaves later, so mails about people are rendered
when they are sent: see `renderer`.
"""

import hashlib
import logging
import smtplib
import time
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import F, Q
from django.dispatch import Signal
from django.utils import timezone

from boulder_therapeutics.operations.background import BackgroundWork
from boulder_therapeutics.operations.scheduler import DAY, every

from .models import OutboxMail

logger = logging.getLogger(__name__)

GATHERING = 3  # seconds
CLAIM = timedelta(minutes=2)
FIRST_RETRY = timedelta(seconds=15)
LONGEST_RETRY = timedelta(hours=1)
MOST_ATTEMPTS = 60  # about two days
# No mail is due later: one that is was queued before the clock was set back.
LONGEST_WAIT = timedelta(days=1)
SENT_KEPT = timedelta(days=7)
EMPTY = {"subject": "", "body": "", "to": [], "reply_to": [], "headers": {}}
# The server is up and refuses this one mail, temporarily or permanently.
REFUSALS = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, ValueError)

# Sent before due mails are selected, for receivers that compose mails late.
about_to_send = Signal()

# The functions that render mails, by kind.
renderers = {}


def renderer(kind):
    """Register the decorated function as the renderer of the mails of this kind.

    It receives the mail's `data` as keyword arguments and returns an EmailMessage, or
    None if there is nothing left to send; the mail is then deleted.
    """

    def register(function):
        renderers[kind] = function
        return function

    return register


def queue_rendered(kind, *, key, due=None, **data):
    """Add a mail that is rendered when it is sent, once for each `key`; return its row.

    `data` are JSON values by which the renderer finds what the mail is about: ids,
    never names or texts. `key` and `due` are those of `queue`; a mail that waits is
    moved to a new `due`.
    """
    mail, is_new = OutboxMail.objects.get_or_create(
        key=key,
        defaults={"kind": kind, "data": data, "due": due or timezone.now()},
    )
    if due and not is_new:
        unclaimed = OutboxMail.objects.filter(pk=mail.pk, sent=None, attempts=0)
        unclaimed.update(due=due)
    transaction.on_commit(wake)
    return mail


def queue(*, key, subject, body, to, reply_to=(), headers=None, due=None):
    """Add a mail to the outbox, once for each `key`, and return its row.

    `to` and `reply_to` are lists of email addresses; `due` is the earliest time to
    send it, now if None, and at most LONGEST_WAIT away. Call it in the transaction of
    the event the mail is about. For mails that name people or quote their texts, use
    `queue_rendered`.
    """
    mail, _ = OutboxMail.objects.get_or_create(
        key=key,
        defaults={
            "subject": _one_line(subject),
            "body": body,
            "to": list(to),
            "reply_to": list(reply_to),
            "headers": headers or {},
            "due": due or timezone.now(),
        },
    )
    transaction.on_commit(wake)
    return mail


@dataclass
class Result:
    """The number of mails sent and failed, and whether the server was unreachable."""

    sent: int = 0
    failed: int = 0
    server_away: bool = False


def send_waiting():
    """Send every mail that is due, until the server is found to be unreachable."""
    about_to_send.send(sender=None)
    result = Result()
    while not result.server_away and (mail := _claim()):
        try:
            message = render(mail)
        except Exception as error:
            _postpone(mail, error)
            result.failed += 1
            continue
        if message is None:
            mail.delete()
        else:
            _send(mail, message, result)
    return result


def render(mail):
    """Return the message to send for `mail`, or None if it is no longer needed."""
    if mail.kind:
        message = renderers[mail.kind](**mail.data)
        if message is None or not message.to:
            return None
        message.subject = _one_line(message.subject)
    else:
        message = EmailMessage(
            mail.subject,
            mail.body,
            to=mail.to,
            reply_to=mail.reply_to,
            headers=mail.headers,
        )
    message.extra_headers["Message-ID"] = _message_id(mail)
    return message


@every(DAY, report="Sent emails deleted")
def delete_old():
    """Delete mails sent, or given up, more than SENT_KEPT ago; return how many."""
    before = timezone.now() - SENT_KEPT
    given_up = Q(sent=None, attempts__gte=MOST_ATTEMPTS, due__lt=before)
    return OutboxMail.objects.filter(Q(sent__lt=before) | given_up).delete()[0]


def send_and_look_ahead():
    """Send all due mails; return the seconds to the next one, None without one."""
    if send_waiting().server_away:
        # Not to be woken, or each new mail would try the server again.
        time.sleep(FIRST_RETRY.total_seconds())
    return _seconds_until_next()


sender = BackgroundWork(send_and_look_ahead, delay=GATHERING)


def wake():
    """Have the web process send what is due, without waiting for it."""
    sender.wake()


def _waiting():
    return OutboxMail.objects.filter(sent=None, attempts__lt=MOST_ATTEMPTS)


def _claim():
    """Claim a mail that is due and return it, or None if there is none."""
    now = timezone.now()
    due = _waiting().filter(Q(due__lte=now) | Q(due__gt=now + LONGEST_WAIT))
    for pk in due.order_by("due").values_list("pk", flat=True)[:20]:
        claimed = due.filter(pk=pk).update(due=now + CLAIM, attempts=F("attempts") + 1)
        if claimed:
            return OutboxMail.objects.get(pk=pk)
    return None


def _send(mail, message, result):
    try:
        message.connection = get_connection(settings.MAIL_SERVER_BACKEND)
        message.send()
    except Exception as error:
        _postpone(mail, error)
        result.failed += 1
        result.server_away = not isinstance(error, REFUSALS)
    else:
        # The key stays for a while, so that the mail is not sent again.
        sent = OutboxMail.objects.filter(pk=mail.pk)
        sent.update(sent=timezone.now(), **EMPTY)
        result.sent += 1


def _one_line(subject):
    return " ".join(subject.split())[:255]


def _postpone(mail, error):
    # The type only: the message of the error may contain an email address.
    logger.warning("Mail %s was not sent: %s", mail.pk, type(error).__name__)
    pause = min(FIRST_RETRY * 2 ** min(mail.attempts - 1, 10), LONGEST_RETRY)
    OutboxMail.objects.filter(pk=mail.pk).update(due=timezone.now() + pause)


def _message_id(mail):
    """Return a Message-ID that is the same at every attempt, to reveal duplicates."""
    name = hashlib.sha256(f"{mail.key} {mail.created}".encode()).hexdigest()[:32]
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{name}@{domain}>"


def _seconds_until_next():
    due = _waiting().order_by("due").values_list("due", flat=True).first()
    return due and max(0.1, (due - timezone.now()).total_seconds())
