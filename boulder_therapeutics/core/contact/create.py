"""Creation of exactly one message for each form that a visitor sends."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from boulder_therapeutics.operations.scheduler import DAY, every

from ..models import ContactMessage, MessageSettings
from ..submission.limits import PERIOD, seconds_to_wait
from ..submission.locks import locked_transaction
from ..submission.networks import household
from .mail import queue_mail
from .senders import normalize_sender, sent_by

IP_PERIOD = timedelta(days=1)


class TooManyMessages(Exception):
    """A message that comes too early, and the seconds to wait."""

    def __init__(self, seconds):
        super().__init__(seconds)
        self.seconds = seconds


def create_message(form, ip):
    """Return the message of a valid `form`, which may already exist.

    Raise TooManyMessages if its sender, in the same household as `ip` or with the same
    email address or phone number, has sent others shortly before. An urgent message
    waits only for too many urgent ones.
    """
    message, key, ip = form.instance, form.submission_key, household(ip) or None
    # If the same form is sent twice at once, the second waits here.
    names = (
        key,
        f"message ip {ip}",
        f"message from {normalize_sender(message.reply_to)}",
    )
    with locked_transaction(*names):
        if twin := ContactMessage.objects.filter(submission_key=key).first():
            return twin
        message.is_urgent, message.is_from_bot = form.is_urgent, form.is_from_program
        recent = list(recent_messages(message, ip))
        refuse_flood(message, recent, ip)
        message.submission_key, message.ip = key, ip
        message.save()
        if not message.is_from_bot:
            queue_mail(message, recent)
    return message


def recent_messages(message, ip):
    """Return the messages of the same sender in the last hour, newest first.

    Those of spam bots and of visitors are apart: a bot makes no visitor wait.
    """
    sender = sent_by(message.reply_to)
    if ip:
        sender |= Q(ip=ip)
    now = timezone.now()
    recent = ContactMessage.objects.filter(
        sender,
        is_from_bot=message.is_from_bot,
        created__gt=now - PERIOD,
        created__lte=now,
    )
    return recent.order_by("-created").only("created", "ip", "is_urgent")


def refuse_flood(message, recent, ip):
    """Raise TooManyMessages if the sender of the `recent` messages has to wait.

    Only the urgent ones count for an urgent `message`, and only those from the same IP
    address: it needs no pause, and cannot be used for any number of mails.
    """
    if message.is_urgent:
        recent = [each for each in recent if each.is_urgent]
    times = [] if message.is_urgent else [each.created for each in recent]
    from_ip = [each.created for each in recent if ip and each.ip == ip]
    if seconds := seconds_to_wait(MessageSettings.load(), times, from_ip):
        raise TooManyMessages(seconds)


@every(DAY)
def delete_ips():
    """Delete the IP addresses that no limit needs any more; return how many."""
    old = ContactMessage.objects.filter(created__lt=timezone.now() - IP_PERIOD)
    return old.filter(ip__isnull=False).update(ip=None)
