from django.core.management.base import BaseCommand

from ...privacy.retention import apply_retention


class Command(BaseCommand):
    help = "Delete personal data that is older than the settings allow."

    def handle(self, **options):
        report = apply_retention()
        self.stdout.write(f"IP addresses and browsers deleted: {report.anonymized}")
        self.stdout.write(f"Comments deleted from spam and trash: {report.deleted}")
        self.stdout.write(f"Unconfirmed subscriptions deleted: {report.unconfirmed}")
        self.stdout.write(f"Networks deleted from reports: {report.networks}")
        self.stdout.write(f"Dismissed reports deleted: {report.reports}")
        self.stdout.write(f"Sent emails deleted: {report.mails}")
        self.stdout.write(f"Contact messages deleted: {report.messages}")
