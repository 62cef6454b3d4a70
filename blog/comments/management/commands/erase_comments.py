from django.core.management.base import BaseCommand

from ...privacy.personal_data import erase


class Command(BaseCommand):
    help = "Anonymize all comments posted with an email address."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--text", action="store_true", help="also erase the texts")

    def handle(self, *, email, text, **options):
        count = erase(email, with_text=text)
        self.stdout.write(f"Comments anonymized: {count}")
