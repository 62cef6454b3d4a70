"""Print what visitors notice of each fault, as a table for docs/reliability.md.

`python -m tests.faults redis disks` measures only these. It exits with 1 if any figure
is over its limit.
"""

import argparse
import os

from .rows import print_table
from .sections import (
    disks,
    door,
    hanging,
    migrations,
    postgresql,
    redis,
    restarts,
    sqlite,
    stack,
)
from .sites import Sites

SECTIONS = {
    "migrations": migrations,
    "sqlite": sqlite,
    "postgresql": postgresql,
    "redis": redis,
    "disks": disks,
    "door": door,
    "hanging": hanging,
    "restarts": restarts,
    "stack": stack,
}


def main():
    """Measure, and return the exit status."""
    parser = argparse.ArgumentParser(prog="tests.faults", description="Measure faults.")
    parser.add_argument("sections", nargs="*", metavar="section", help=str([*SECTIONS]))
    names = parser.parse_args().sections or SECTIONS
    # For the encoder of forms.
    os.environ["DJANGO_SETTINGS_MODULE"] = "boulder_therapeutics.settings.test"
    with Sites() as sites:
        rows = (row for name in names for row in SECTIONS[name].measure(sites))
        failures = print_table(rows)
    return 1 if failures else 0


raise SystemExit(main())
