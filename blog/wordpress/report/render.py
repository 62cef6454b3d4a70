"""The report of an import as JSON, as a page to print, or as a table."""

import csv
import io
import json

from django.template.loader import render_to_string
from django.utils.dateparse import parse_datetime

from .tally import OUTCOMES, sums
from .words import readable

SHOWN = 20  # lines of each list on a terminal; other reports have all


def build_report(run, tally, pages=()):
    """Return all that a report says, as plain data."""
    return {
        "source": run.source,
        "files": run.files,
        "options": run.options,
        "started": run.started and run.started.isoformat(),
        "finished": run.finished and run.finished.isoformat(),
        **tally.to_json(),
        "pages": list(pages),
    }


def table_of(rows):
    """Return lines of (type, status, numbers by outcome, total) with the sums."""
    lines = [
        (*key, *(found[outcome] for outcome in OUTCOMES), found["total"])
        for key, found in sorted(sums(rows).items())
    ]
    totals = [sum(line[n] for line in lines) for n in range(2, 3 + len(OUTCOMES))]
    return [*lines, ("all", "", *totals)]


def reasons_of(rows):
    """Return (reason, number) of what was skipped or failed, most frequent first."""
    found = {}
    for row in rows:
        if row["reason"]:
            found[row["reason"]] = found.get(row["reason"], 0) + row["number"]
    return sorted(found.items(), key=lambda pair: -pair[1])


def to_text(report):
    """Return the report for a terminal."""
    head = ["type", "status", *OUTCOMES, "total"]
    lines = []
    for name in "items", "comments":
        table = [head, *table_of(report[name])]
        lines += ["", name.capitalize(), *_align(table)]
        lines += [
            f"  {number:>7}  {reason}" for reason, number in reasons_of(report[name])
        ]
    if report["extra"]:
        lines += ["", *(f"{name}: {n}" for name, n in report["extra"].items())]
    lines += _found_lines(report["found"])
    kinds = {}
    for note in report["notes"]:
        kinds[note["kind"]] = kinds.get(note["kind"], 0) + 1
    lines += ["", "To look at:", *(f"  {n:>7}  {kind}" for kind, n in kinds.items())]
    return "\n".join(lines if kinds else lines[:-2])


def _found_lines(found):
    """Yield what else the export holds: menus as trees, other types with titles."""
    for menu in found.get("menus", []):
        yield from ("", f"Menu “{menu['name']}”, only listed")
        yield from _menu_lines(menu["entries"], 1)
    for row in found.get("types", []):
        yield from ("", f"Not imported: {row['number']} × {row['type']}")
        yield from (f"  {title}" for title in row["titles"][:SHOWN])
    if fields := found.get("fields"):
        yield from ("", "Custom fields, not imported")
        yield from (f"  {row['number']:>7}  {row['key']}" for row in fields[:SHOWN])


def _menu_lines(entries, depth):
    for entry in entries:
        yield f"{'  ' * depth}{entry['title']}"
        yield from _menu_lines(entry["below"], depth + 1)


def _align(table):
    widths = [max(len(str(row[n])) for row in table) for n in range(len(table[0]))]
    for row in table:
        cells = [
            str(cell).ljust(width) if number < 2 else str(cell).rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  " + "  ".join(cells).rstrip()


def to_html(report):
    tables = [
        (title, readable(table_of(report[name])), reasons_of(report[name]))
        for name, title in (
            ("items", "Posts, pages and files"),
            ("comments", "Comments"),
        )
    ]
    context = {
        "report": report,
        "tables": tables,
        "outcomes": OUTCOMES,
        "finished": report["finished"] and parse_datetime(report["finished"]),
    }
    return render_to_string("wordpress/report.html", context)


def to_csv(report):
    """Return the pages, and what needs a look, as one table."""
    output = io.StringIO()
    writer = csv.writer(output)
    writer.writerow(["kind", "what", "where", "old URL", "new URL", "comments"])
    for page in report["pages"]:
        names = ("kind", "state", "title", "old", "new", "comments")
        writer.writerow(_harmless(page[name]) for name in names)
    for note in report["notes"]:
        row = [note["kind"], note["text"], note["where"], "", "", ""]
        writer.writerow(map(_harmless, row))
    return output.getvalue()


def _harmless(text):
    """Keep spreadsheets from taking a text for a formula."""
    text = str(text)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


FORMATS = {
    ".json": lambda report: json.dumps(report, indent=1, ensure_ascii=False),
    ".html": to_html,
    ".csv": to_csv,
}
