import gc
import json
import os
import signal
import sys
from argparse import SUPPRESS
from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from ...background import execute
from ...engine.batches import StopImport
from ...engine.runs import finish, start
from ...engine.undo import undo
from ...options import KINDS, Options
from ...read.errors import ExportError
from ...read.files import Export
from ...read.scan import IMPORTABLE, PAGES
from ...report.check import differences
from ...report.landing import land_all
from ...report.pages import link_notes, pages_of
from ...report.render import FORMATS, build_report, to_text
from ..progress import PROGRESS

NICE = 10
NOTHING, PROBLEMS, NOT_STARTED, MISMATCH = 0, 1, 2, 3


class Command(BaseCommand):
    help = "Import a site that WordPress exported (Tools > Export > All content)."

    def add_arguments(self, parser: CommandParser):
        add = parser.add_argument
        add("files", nargs="*", metavar="FILE", help=".xml, .xml.gz, .zip, or -")
        add("--media-dir", default="", help="wp-content/uploads: a folder or a ZIP")
        add("--download", action="store_true", help="fetch files that are missing")
        add("--download-host", action="append", default=[], metavar="HOST")
        add("--site", default="", metavar="HOST", help="default: the default site")
        add("--parent", default="", metavar="PATH", help="where pages go")
        add("--services", default="", metavar="PATH", help="below it are services")
        add("--map", action="append", default=[], metavar="TYPE=page|post", nargs="+")
        add("--only", default=",".join(KINDS), help=f"default: {','.join(KINDS)}")
        add("--author", action="append", default=[], metavar="LOGIN=USER", nargs="+")
        add("--default-author", default="", metavar="USER")
        add("--create-users", action="store_true", help="inactive, for other authors")
        add("--statuses", default="", help="default: all but trash")
        add("--private", choices=["draft", "restrict"], default="draft")
        add("--pingbacks", choices=["drop", "keep"], default="drop")
        add("--keep-notes", action="store_true", help="of editors, for editors")
        add("--no-personal-data", action="store_true", help="no emails, no IPs")
        add("--train-spam", action="store_true", help="teach the spam filter")
        add("--dry-run", action="store_true")
        add("--report", action="append", default=[], metavar="FILE.json|.html|.csv")
        add("--progress", choices=["auto", "plain", "none"], default="auto")
        add("--overwrite-local", action="store_true")
        add("--batch", type=int, default=200)
        add("--check", metavar="FILE.truth.json", help="compare counts")
        add("--sitemap", metavar="FILE", help="report where old URLs lead now")
        add("--undo", type=int, metavar="RUN", help="remove what RUN made")
        add("--run", type=int, help=SUPPRESS)  # for the background work of the admin

    def handle(self, **options):
        # The garbage collector need not look at the modules again and again.
        gc.freeze()
        if options["run"]:
            os.nice(NICE)
            execute(options["run"])
            return
        try:
            code = self.undo(options) if options["undo"] else self.run_import(options)
        except ExportError as error:
            self.stderr.write(f"Not imported: {error}")
            code = NOT_STARTED
        if code:
            sys.exit(code)

    def undo(self, options):
        for line in undo(options["undo"]):
            self.stdout.write(line)
        return NOTHING

    def run_import(self, options):
        # Also what is needed only at the end, which may be hours away.
        truth, sitemap = read_truth(options["check"]), read_sitemap(options["sitemap"])
        check_reports(options["report"])
        export, chosen = open_export(options["files"]), make_options(options)
        with PROGRESS[options["progress"]](self.stderr) as progress, stopping() as stop:
            job = start(export, chosen, progress=progress, should_stop=stop)
            try:
                job.execute()
            except StopImport:
                self.stderr.write(
                    "Stopped after the present batch; run it again to go on."
                )
        return self.report(job, options["report"], truth, sitemap)

    def report(self, job, names, truth, sitemap):
        run = finish(job)
        report = build_report(run, job.tally, pages_of(run.source))
        link_notes(run.source, report["notes"])
        if sitemap:
            report["landings"] = land_all(sitemap)
        self.stdout.write(to_text(report))
        if run.pk:
            self.stdout.write(f"\nRun {run.pk}; to take it back: --undo {run.pk}")
        for name in names:
            path = Path(name)
            path.write_text(FORMATS[path.suffix](report))
        for line in (found := differences(job.scan, job.tally, truth) if truth else []):
            self.stderr.write(f"Differs: {line}")
        if found:
            return MISMATCH
        return PROBLEMS if job.tally.failed or job.is_stopped else NOTHING


def open_export(names):
    if not names:
        raise ExportError("Name the file to import, or - for standard input.")
    if names == ["-"]:
        return Export.from_stdin(sys.stdin.buffer)
    for name in names:
        if not Path(name).is_file():
            raise ExportError(f"There is no file {name}.")
    return Export([Path(name) for name in names])


def make_options(options):
    pairs = [pair.partition("=") for group in options["author"] for pair in group]
    only = [name for name in options["only"].split(",") if name]
    if unknown := set(only) - set(KINDS):
        raise ExportError(f"--only does not know {', '.join(sorted(unknown))}.")
    return Options(
        site=options["site"],
        parent=options["parent"],
        services=options["services"],
        mapping=read_mapping(options["map"]),
        only=only,
        authors={login: user for login, _, user in pairs},
        default_author=options["default_author"],
        create_users=options["create_users"],
        statuses=[name for name in options["statuses"].split(",") if name],
        private=options["private"],
        pingbacks=options["pingbacks"],
        personal_data=not options["no_personal_data"],
        keep_notes=options["keep_notes"],
        train_spam=options["train_spam"],
        overwrite_local=options["overwrite_local"],
        dry_run=options["dry_run"],
        batch=max(1, options["batch"]),
        media_dir=options["media_dir"],
        download=options["download"],
        download_hosts=options["download_host"],
    )


def read_mapping(groups):
    """Return {"staff": "page"} for ["staff=page"]; WordPress's own types are fixed."""
    pairs = [pair.partition("=") for group in groups for pair in group]
    for name, _, kind in pairs:
        if not name or kind not in PAGES or name in IMPORTABLE:
            raise ExportError(f"--map takes a type of a plugin and page, not {name}.")
    return {name: kind for name, _, kind in pairs}


def read_truth(name):
    if not name:
        return None
    try:
        return json.loads(Path(name).read_text())
    except (OSError, ValueError) as error:
        raise ExportError(f"{name} cannot be read: {error}") from error


def read_sitemap(name):
    try:
        return Path(name).read_text(errors="replace") if name else ""
    except OSError as error:
        raise ExportError(f"{name} cannot be read: {error.strerror}.") from error


def check_reports(names):
    for path in map(Path, names):
        if path.suffix not in FORMATS:
            raise ExportError(f"A report is a {', '.join(FORMATS)} file, not {path}.")
        place = path if path.exists() else path.parent
        if path.is_dir() or not os.access(place, os.W_OK):
            raise ExportError(f"{path} cannot be written.")


class stopping:
    """Turn Ctrl-C into a request to stop after the present batch."""

    def __enter__(self):
        self.asked = False
        self.before = signal.signal(signal.SIGINT, self._ask)
        return lambda: self.asked

    def __exit__(self, *error):
        signal.signal(signal.SIGINT, self.before)

    def _ask(self, *arguments):
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
