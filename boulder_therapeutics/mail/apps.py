from django.apps import AppConfig


class MailConfig(AppConfig):
    """Outgoing mail, sent from an outbox table."""

    name = "boulder_therapeutics.mail"
    label = "mail"
