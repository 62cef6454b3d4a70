from uuid import uuid4

from django.core.mail.backends.base import BaseEmailBackend

from . import outbox


class OutboxBackend(BaseEmailBackend):
    """Queues the mails of Django and Wagtail, so that no request waits for a server.

    Of text and HTML, only the text is sent. The outbox itself sends with
    MAIL_SERVER_BACKEND.
    """

    def send_messages(self, messages):
        for message in messages:
            for recipients in recipient_lists(message):
                outbox.queue(
                    key=f"mail-{uuid4()}",
                    subject=str(message.subject),
                    body=str(message.body),
                    to=recipients,
                    reply_to=message.reply_to,
                    headers=message.extra_headers,
                )
        return len(messages)


def recipient_lists(message):
    """Return the recipients of each mail: those of copies get one of their own."""
    copies = [[address] for address in [*message.cc, *message.bcc]]
    return [message.to, *copies] if message.to else copies
