"""The messages that the outbox would send now."""

from boulder_therapeutics.mail import outbox
from boulder_therapeutics.mail.models import OutboxMail


def waiting_messages(prefix=""):
    """Render the waiting mails whose keys start with `prefix`."""
    mails = OutboxMail.objects.filter(key__startswith=prefix, sent=None)
    return list(filter(None, map(outbox.render, mails.order_by("pk"))))
