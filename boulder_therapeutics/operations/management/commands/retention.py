from django.core.management.base import BaseCommand

from ...scheduler import scheduler


class Command(BaseCommand):
    help = "Delete data that is older than the settings and the privacy page allow."

    def handle(self, **options):
        for report, number in scheduler.delete_old_data():
            self.stdout.write(f"{report}: {number}")
