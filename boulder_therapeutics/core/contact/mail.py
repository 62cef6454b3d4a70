"""Mails to the clinic about visitors' messages."""

from datetime import timedelta

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone

from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail

from ..models import ClinicSettings, ContactMessage

GATHERING = timedelta(hours=1)


def queue_mail(message, recent):
    """Queue the mail with `message`, or add it to one that waits.

    The `recent` messages of the same sender are those of the last hour: the first is
    mailed at once, and all others in one mail an hour later. An urgent message never
    waits.
    """
    if message.is_urgent or not recent:
        outbox.queue_rendered(
            "core.messages", key=f"message-{message.pk}", messages=[message.pk]
        )
    elif mail := find_waiting(recent):
        mail.data["messages"].append(message.pk)
        mail.save(update_fields=["data"])
    else:
        outbox.queue_rendered(
            "core.messages",
            key=f"messages-{message.pk}",
            due=timezone.now() + GATHERING,
            messages=[message.pk],
        )


def find_waiting(recent):
    """Return the waiting mail that gathers `recent` messages, locked, or None."""
    waiting = OutboxMail.objects.select_for_update().filter(sent=None, attempts=0)
    return waiting.filter(key__in=[f"messages-{each.pk}" for each in recent]).first()


@outbox.renderer("core.messages")
def render_messages(messages):
    """Return the mail with those of the `messages`, by id, that still exist."""
    found = list(ContactMessage.objects.filter(pk__in=messages).order_by("created"))
    clinic = ClinicSettings.load()
    if not found or not clinic.email:
        return None
    return EmailMessage(
        f"[{clinic.name}] {describe(found)}",
        render_to_string("core/contact_mail.txt", {"messages": found}),
        to=[clinic.email],
        reply_to=reply_addresses(found),
    )


def describe(messages):
    """Return the subject of the mail, without the name of the clinic."""
    urgent = "URGENT: " if any(message.is_urgent for message in messages) else ""
    many = "Message" if len(messages) == 1 else f"{len(messages)} messages"
    return f"{urgent}{many} from {messages[-1].name}"


def reply_addresses(messages):
    """Return the email address of the sender, none if there is not exactly one."""
    addresses = {message.reply_to for message in messages if "@" in message.reply_to}
    return list(addresses) if len(addresses) == 1 else []
