from django.core.management.base import BaseCommand, CommandError

from ... import outbox


class Command(BaseCommand):
    help = "Send the mails that are due, which the web processes do by themselves."

    def handle(self, **options):
        result = outbox.send_waiting()
        self.stdout.write(f"{result.sent} sent, {result.failed} failed for now.")
        if result.server_away:
            raise CommandError(
                "The mail server is away; the other mails stay in the outbox."
            )
