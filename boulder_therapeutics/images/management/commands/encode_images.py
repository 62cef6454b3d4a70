from django.core.management.base import BaseCommand

from ...encoding import encode_missing_in_parallel

STEPS = 10


class Command(BaseCommand):
    help = "Encode all sizes of images that pages show and that are missing."

    def handle(self, **options):
        encode_missing_in_parallel(self.report)

    def report(self, done, total):
        """Print a line for about every tenth of all."""
        if done % max(1, total // STEPS) == 0 or done == total:
            self.stdout.write(f"Encoding images … {done} of {total}")
            self.stdout.flush()
