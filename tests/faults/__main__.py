"""Print what visitors notice of each fault, as a table for docs/reliability.md.

`python -m tests.faults redis disks` measures only these.
"""

import argparse
import os

from . import disks, migrations, postgresql, redis, restarts, sqlite, stack
from .sites import Sites

SECTIONS = {
    "migrations": migrations,
    "sqlite": sqlite,
    "postgresql": postgresql,
    "redis": redis,
    "disks": disks,
    "restarts": restarts,
    "stack": stack,
}


def main():
    parser = argparse.ArgumentParser(prog="tests.faults", description="Measure faults.")
    parser.add_argument("sections", nargs="*", metavar="section", help=str([*SECTIONS]))
    names = parser.parse_args().sections or SECTIONS
    # For the encoder of forms.
    os.environ["DJANGO_SETTINGS_MODULE"] = "boulder_therapeutics.settings.test"
    print("| fault | measured | figure | limit |\n| --- | --- | --- | --- |")  # noqa: T201
    with Sites() as sites:
        for name in names:
            for row in SECTIONS[name].measure(sites):
                print("| " + " | ".join(row) + " |", flush=True)  # noqa: T201


main()
