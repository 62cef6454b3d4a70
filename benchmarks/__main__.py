"""Measure the site, print a table, and write it to docs/performance.md.

`python -m benchmarks cold stale` runs only these sections and writes no file.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
import time
from pathlib import Path

from .checkouts import YARDSTICK
from .environment import Environment
from .load import CONNECTIONS, ROUNDS, SECONDS
from .sections import SECTIONS
from .servers import ROOT

HEADER = [("figure", "measured", "goal"), ("---",) * 3]


def main():
    """Run the sections named on the command line, by default all."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure the site.")
    parser.add_argument(
        "sections", nargs="*", metavar="section", help=", ".join(SECTIONS)
    )
    names = parser.parse_args().sections
    if unknown := set(names) - SECTIONS.keys():
        parser.error(f"no such section: {', '.join(unknown)}")
    if not shutil.which("wrk"):
        raise SystemExit(
            "wrk is missing: apt-get install wrk nginx-light varnish redis-server "
            "postgresql"
        )
    table = run(names or SECTIONS)
    if not names:
        (ROOT / "docs" / "performance.md").write_text(describe(table))


def run(names):
    """Return the table of the named sections; print each row when it is measured."""
    lines = []
    with (
        tempfile.TemporaryDirectory(prefix="benchmarks-") as folder,
        Environment(Path(folder)) as environment,
    ):
        print_rows(lines, HEADER)
        for name in names:
            start = time.monotonic()
            print_rows(lines, SECTIONS[name](environment))
            sys.stderr.write(f"{name}: {time.monotonic() - start:.0f} s\n")
    return "\n".join(lines)


def print_rows(lines, rows):
    """Print `rows` as Markdown and add them to `lines`."""
    new = [f"| {' | '.join(row)} |" for row in rows]
    sys.stdout.writelines(f"{line}\n" for line in new)
    sys.stdout.flush()
    lines += new


def describe(table):
    """Return the text of docs/performance.md."""
    return f"""# Performance

Written by `make bench` on {time.strftime("%Y-%m-%d")}: {os.cpu_count()} cores,
Python {platform.python_version()}, {CONNECTIONS} connections, medians of {ROUNDS}
interleaved rounds of {SECONDS} s. Compare the ratios rather than the figures, which
depend on the machine. "Before" is commit {YARDSTICK}, measured in the same run.

{table}
"""


if __name__ == "__main__":
    main()
