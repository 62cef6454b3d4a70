import gc
import os
from argparse import SUPPRESS

from django.core.management.base import BaseCommand, CommandError

from ...background import execute
from ...export.write import export_site
from ...folder import TransferError

NICE = 10


class Command(BaseCommand):
    help = "Write everything that the site holds into a folder (docs/export-format.md)."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", metavar="DIR", help="a new folder")
        parser.add_argument(
            "--with-personal-data",
            action="store_true",
            help="emails and IPs of commenters, messages, emails and passwords",
        )
        # For the background work of the admin.
        parser.add_argument("--run", type=int, help=SUPPRESS)

    def handle(self, folder=None, **options):
        # The garbage collector need not look at the modules again and again.
        gc.freeze()
        if options["run"]:
            os.nice(NICE)
            execute(options["run"])
            return
        if not folder:
            raise CommandError("Name the folder to write.")
        try:
            manifest = export_site(
                folder, with_personal_data=options["with_personal_data"]
            )
        except TransferError as error:
            raise CommandError(f"Not exported: {error}") from error
        self.report(folder, manifest)

    def report(self, folder, manifest):
        rows = manifest["rows"]
        self.stdout.write(
            f"{rows['wagtailcore.Page']} pages ({rows['blog.BlogPage']} articles), "
            f"{rows['comments.Comment']} comments and {rows['images.CustomImage']} "
            f"images are in {folder}."
        )
        for name in manifest["missing_media"]:
            self.stderr.write(f"Missing, so not exported: {name}")
