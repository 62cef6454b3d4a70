"""Print what visitors notice of each fault, as a table for docs/reliability.md."""

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

from . import database, migrations, slow_clients

SECTIONS = [migrations, slow_clients, database]


def main():
    os.environ.setdefault(
        "DJANGO_SETTINGS_MODULE", "boulder_therapeutics.settings.production"
    )
    print("| fault | measured | figure | limit |\n| --- | --- | --- | --- |")  # noqa: T201
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        Path(folder).chmod(0o755)  # PostgreSQL runs as another user
        for section in SECTIONS:
            for row in section.measure(stack, Path(folder)):
                print("| " + " | ".join(row) + " |", flush=True)  # noqa: T201


main()
