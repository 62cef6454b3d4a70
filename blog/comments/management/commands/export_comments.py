import json

from django.core.management.base import BaseCommand

from ...privacy.personal_data import export


class Command(BaseCommand):
    help = "Print the comments and contact messages of an email address, as JSON."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *, email, **options):
        self.stdout.write(json.dumps(export(email), indent=2, ensure_ascii=False))
