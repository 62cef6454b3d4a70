from django.core.management.base import BaseCommand

from ...privacy.personal_data import retain


class Command(BaseCommand):
    """Forget what the privacy page promises to forget."""

    help = "Forget what the privacy page promises to forget. To be run every day."

    def handle(self, **options):
        report = retain()
        self.stdout.write(f"Comments without address and browser now: {report.blanked}")
        self.stdout.write(f"Comments deleted from spam and trash: {report.deleted}")
        self.stdout.write(f"Unconfirmed wishes for mails deleted: {report.unconfirmed}")
        self.stdout.write(f"Sent mails deleted: {report.mails}")
