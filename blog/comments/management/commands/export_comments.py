import json

from django.core.management.base import BaseCommand

from ...privacy.personal_data import export


class Command(BaseCommand):
    """Print the comments of a reader."""

    help = "Print everything kept about the comments sent with an email, as JSON."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *, email, **options):
        self.stdout.write(json.dumps(export(email), indent=2, ensure_ascii=False))
