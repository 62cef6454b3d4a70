from django.core.management.base import BaseCommand

from ...privacy.personal_data import erase


class Command(BaseCommand):
    help = "Anonymize the comments, and delete the contact messages, of an address."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--text", action="store_true", help="also erase the texts")

    def handle(self, *, email, text, **options):
        erased = erase(email, with_text=text)
        self.stdout.write(f"Comments anonymized: {erased.comments}")
        self.stdout.write(f"Contact messages deleted: {erased.messages}")
