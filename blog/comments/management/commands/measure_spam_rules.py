import json
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand

from blog.models import BlogPage

from ...models import CommentSettings
from ...spam.bayes import Classifier
from ...spam.rules import evaluate
from ...submission.submission import Submission

COLUMNS = ["approved", "pending", "spam"]


class Command(BaseCommand):
    help = (
        "Measure the spam rules with labeled comments: train with every other comment, "
        "evaluate the rest and print how many got which status. The files hold a JSON "
        "list, or one JSON object per line (.jsonl), with “text” and “spam”. Nothing "
        "is stored. Comments are not held just for being new or by new authors."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path)

    def handle(self, *, files, **options):
        comments = [comment for path in files for comment in read(path)]
        table = measure(training=comments[::2], tests=comments[1::2])
        heads = ["", "evaluated", *COLUMNS]
        self.stdout.write("".join(f"{head:>10}" for head in heads))
        for kind, counts in table.items():
            shares = [counts[column] / (counts.total() or 1) for column in COLUMNS]
            row = "".join(f"{share:>10.1%}" for share in shares)
            self.stdout.write(f"{kind:>10}{counts.total():>10}{row}")


def read(path):
    """Return the comments in a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    return json.loads(text)


def measure(training, tests):
    """Return the number of comments by status, for spam and for good comments."""
    # Their senders are unknown, so each text counts as one by somebody else.
    classifier = Classifier.train(
        (each["text"], each["spam"], number) for number, each in enumerate(training)
    )
    settings = CommentSettings(hold_all=False, hold_new_authors=False)
    table = {"spam": Counter(), "good": Counter()}
    for comment in tests:
        submission = Submission(
            page=BlogPage(),
            settings=settings,
            name="A Reader",
            email="reader@example.com",
            text=comment["text"],
            spam_score=classifier.score(comment["text"]),
        )
        status = evaluate(submission).status
        table["spam" if comment["spam"] else "good"][str(status)] += 1
    return table
