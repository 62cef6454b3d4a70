"""Export, erasure and retention of messages from the contact form."""

from calendar import monthrange
from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone

from wagtail.log_actions import log

from boulder_therapeutics.mail.models import OutboxMail
from boulder_therapeutics.operations.scheduler import DAY, every

from ..contact.senders import sent_by
from ..models import ContactMessage, PrivacySettings


@receiver(post_delete, sender=ContactMessage)
def withdraw_mail(instance, **kwargs):
    """Delete the waiting mail with a message that was deleted."""
    OutboxMail.objects.filter(key=f"message-{instance.pk}").delete()


def messages_from(address):
    """Return the messages with this email address or phone number, oldest first."""
    address = address.replace("\x00", "").strip()
    if not address:
        return ContactMessage.objects.none()
    return ContactMessage.objects.filter(sent_by(address)).order_by("created", "pk")


def export_messages(address):
    """Return everything stored about the messages of `address`, ready for JSON."""
    return [
        {
            "type": "contact message",
            "id": message.pk,
            "name": message.name,
            "reply_to": message.reply_to,
            "text": message.text,
            "preferred_days": message.preferred_days,
            "service": message.service,
            "created": message.created.isoformat(),
            "ip": message.ip,
            "is_urgent": message.is_urgent,
            "is_from_bot": message.is_from_bot,
            "is_answered": message.is_answered,
            "answered": message.answered and message.answered.isoformat(),
        }
        for message in messages_from(address)
    ]


def log_opened(address, user):
    """Record in the history that `user` has read the messages of `address`."""
    for message in messages_from(address):
        log(message, "core.open_message", user=user)


def erase_messages(address, user=None):
    """Delete the messages of `address`, and return their number.

    `user` is who did it, for the history.
    """
    messages = list(messages_from(address))
    for message in messages:
        log(message, "wagtail.delete", user=user, deleted=True)
        message.delete()
    return len(messages)


def delete_messages(messages):
    """Delete all of `messages`, a queryset, and return their number."""
    return messages.delete()[1].get(ContactMessage._meta.label, 0)


@every(DAY, report="Contact messages deleted")
def delete_old_messages():
    """Delete messages after the periods in the settings; return their number."""
    settings, now = PrivacySettings.load(), timezone.now()
    answered_before = now - timedelta(days=settings.answered_days)
    # Messages answered before the site recorded when have no date.
    old = ContactMessage.objects.alias(since=Coalesce("answered", "created")).filter(
        Q(is_answered=True, since__lt=answered_before)
        | Q(created__lt=months_before(now, settings.message_months))
    )
    return delete_messages(old)


def months_before(moment, months):
    """Return the same day and time, or the last day, a number of months earlier."""
    year, month = divmod(12 * moment.year + moment.month - 1 - months, 12)
    day = min(moment.day, monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)
