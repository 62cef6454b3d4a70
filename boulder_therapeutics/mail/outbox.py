"""Mails that are neither lost nor doubled.

A mail is a row of the transaction that causes it. After the commit a thread of the web
process sends it, or the command `send_outbox` does, whoever claims the row first. A row
whose claimant died is due again later, with the same Message-ID.
"""

import hashlib
import logging
import smtplib
import threading
import time
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import close_old_connections, transaction
from django.db.models import F
from django.dispatch import Signal
from django.utils import timezone

from boulder_therapeutics.operations.scheduler import DAY, every

from .models import OutboxMail

logger = logging.getLogger(__name__)

GATHERING = 3  # seconds
CLAIM = timedelta(minutes=2)
FIRST_RETRY = timedelta(seconds=15)
LONGEST_RETRY = timedelta(hours=1)
MOST_ATTEMPTS = 60  # about two days
SENT_KEPT = timedelta(days=7)
# The server is there and refuses this one mail, for now or for good.
REFUSALS = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, ValueError)

# Sent before it is looked what is due, for those who write mails after the event.
about_to_send = Signal()

_lock = threading.Lock()
_woken = threading.Event()
_sender = None


def queue(*, key, subject, body, to, reply_to=(), headers=None, due=None):
    """Put a mail into the outbox, once for each `key`, and return its row.

    `to` and `reply_to` are lists of addresses; `due` is when it may go, at once if
    None. Call it in the transaction of the event that the mail is about.
    """
    mail, _ = OutboxMail.objects.get_or_create(
        key=key,
        defaults={
            "subject": " ".join(subject.split())[:255],
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
    """How sending went: how many mails, and whether the server was there."""

    sent: int = 0
    failed: int = 0
    server_away: bool = False


def send_waiting():
    """Send every mail that is due, until the server turns out to be away."""
    about_to_send.send(sender=None)
    result = Result()
    while not result.server_away and (mail := _claim()):
        try:
            _message(mail).send()
        except Exception as error:
            # The kind only: the text of the error may hold an address.
            logger.warning("Mail %s was not sent: %s", mail.pk, type(error).__name__)
            _postpone(mail)
            result.failed += 1
            result.server_away = not isinstance(error, REFUSALS)
        else:
            OutboxMail.objects.filter(pk=mail.pk).update(sent=timezone.now())
            result.sent += 1
    return result


@every(DAY)
def delete_old():
    """Delete mails that were sent a while ago; return how many."""
    old = OutboxMail.objects.filter(sent__lt=timezone.now() - SENT_KEPT)
    return old.delete()[0]


def wake():
    """Let the web process send what is due, without waiting for it."""
    global _sender
    if not settings.OUTBOX_THREAD:
        return
    with _lock:
        _woken.set()
        # The thread of the process that this one was forked from is not alive here.
        if _sender is None or not _sender.is_alive():
            _sender = threading.Thread(target=_run, name="outbox", daemon=True)
            _sender.start()


def _run():
    """Send until nothing waits any more, now or later."""
    global _sender
    while True:
        # What happens at about the same time is looked at together.
        time.sleep(GATHERING)
        _woken.clear()
        pause = _send_and_look_ahead()
        with _lock:
            if pause is None and not _woken.is_set():
                _sender = None
                return
        _woken.wait(pause)


def _send_and_look_ahead():
    """Send what is due; return the seconds to the next mail, None without one."""
    close_old_connections()
    try:
        if send_waiting().server_away:
            # Not to be woken, or each new mail would try the server in turn.
            time.sleep(FIRST_RETRY.total_seconds())
        return _seconds_until_next()
    except Exception:
        logger.exception("The outbox could not be read")
        return FIRST_RETRY.total_seconds()
    finally:
        close_old_connections()


def _waiting():
    return OutboxMail.objects.filter(sent=None, attempts__lt=MOST_ATTEMPTS)


def _claim():
    """Return a mail that is due and now nobody else's, or None."""
    now = timezone.now()
    due = _waiting().filter(due__lte=now)
    for pk in due.order_by("due").values_list("pk", flat=True)[:20]:
        claimed = due.filter(pk=pk).update(due=now + CLAIM, attempts=F("attempts") + 1)
        if claimed:
            return OutboxMail.objects.get(pk=pk)
    return None


def _message(mail):
    return EmailMessage(
        mail.subject,
        mail.body,
        to=mail.to,
        reply_to=mail.reply_to,
        headers={"Message-ID": _message_id(mail), **mail.headers},
    )


def _postpone(mail):
    pause = min(FIRST_RETRY * 2 ** min(mail.attempts - 1, 10), LONGEST_RETRY)
    OutboxMail.objects.filter(pk=mail.pk).update(due=timezone.now() + pause)


def _message_id(mail):
    """The same name at every attempt, so that a repeated mail can be recognized."""
    name = hashlib.sha256(f"{mail.key} {mail.created}".encode()).hexdigest()[:32]
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{name}@{domain}>"


def _seconds_until_next():
    due = _waiting().order_by("due").values_list("due", flat=True).first()
    return due and max(0.1, (due - timezone.now()).total_seconds())
