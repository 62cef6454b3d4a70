from django.core.management.base import BaseCommand

from ...privacy.personal_data import erase


class Command(BaseCommand):
    """Anonymize the comments of a reader."""

    help = "Take name, email and all traces out of the comments sent with an email."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--text", action="store_true", help="the text as well")

    def handle(self, *, email, text, **options):
        count = erase(email, with_text=text)
        self.stdout.write(f"Anonymized comments: {count}")
