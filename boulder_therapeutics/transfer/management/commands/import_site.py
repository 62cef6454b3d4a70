from django.core.management.base import BaseCommand, CommandError

from ...folder import TransferError
from ...restore.read import import_site


class Command(BaseCommand):
    help = "Import what export_site wrote, into a database that was only migrated."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR")

    def handle(self, folder, **options):
        show = self.stderr.write if options["verbosity"] > 1 else lambda step: None
        try:
            manifest = import_site(folder, progress=show)
        except TransferError as error:
            raise CommandError(f"Nothing was imported: {error}") from error
        self.stdout.write(f"{sum(manifest['rows'].values())} rows imported.")
        if not manifest.get("personal_data"):
            self.stdout.write(
                "The accounts have no passwords: manage.py changepassword NAME"
            )
