import json
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand

from blog.models import BlogPage

from ...models import CommentSettings
from ...spam.bayes import Lessons
from ...spam.rules import judge
from ...submission.submission import Submission

COLUMNS = ["approved", "pending", "spam"]


class Command(BaseCommand):
    """Measure the rules and the score on comments of known kind."""

    help = (
        "Learn from every other comment of the files (JSON, or one JSON object a line, "
        "with text and spam), judge the rest, and print what became of them. Nothing "
        "is stored; holding every comment and every new author is left out."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path)

    def handle(self, *, files, **options):
        comments = [comment for path in files for comment in read(path)]
        table = measure(lessons=comments[::2], tests=comments[1::2])
        self.stdout.write("".join(f"{head:>10}" for head in ["", "judged", *COLUMNS]))
        for kind, counts in table.items():
            shares = [counts[column] / (counts.total() or 1) for column in COLUMNS]
            row = "".join(f"{share:>10.1%}" for share in shares)
            self.stdout.write(f"{kind:>10}{counts.total():>10}{row}")


def read(path):
    """Return the comments of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    return json.loads(text)


def measure(lessons, tests):
    """Return for spam and for good comments how many got which status."""
    learned = Lessons()
    for comment in lessons:
        learned.learn(comment["text"], comment["spam"])
    settings = CommentSettings(hold_all=False, hold_new_authors=False)
    table = {"spam": Counter(), "good": Counter()}
    for comment in tests:
        submission = Submission(
            page=BlogPage(),
            settings=settings,
            name="A Reader",
            email="reader@example.com",
            text=comment["text"],
        )
        submission.spam_score = learned.score(comment["text"])
        status = judge(submission).status
        table["spam" if comment["spam"] else "good"][str(status)] += 1
    return table
