"""HTML tables as the table block stores them."""

from ..markup.html import Node
from .nodes import MEDIA, outermost

MAX_COLUMNS = 50


def rows_of(table):
    """Return the rows of a table as (cells, whether it is in the head)."""
    rows = []
    for part in table.children:
        if not isinstance(part, Node):
            continue
        if part.tag == "tr":
            rows.append((cells_of(part), False))
        elif part.tag in {"thead", "tbody", "tfoot"}:
            rows += [
                (cells_of(row), part.tag == "thead")
                for row in part.children
                if isinstance(row, Node) and row.tag == "tr"
            ]
    return [(cells, is_head) for cells, is_head in rows if cells]


def cells_of(row):
    """Return the cells of a row; one that spans columns is followed by empty ones.

    But not in a row that would be too wide with them.
    """
    cells = []
    for cell in row.children:
        if isinstance(cell, Node) and cell.tag in {"td", "th"}:
            span = cell.get("colspan")
            span = int(span) if span.isdecimal() and len(span) < 3 else 1
            cells += [cell, *[None] * (min(span, MAX_COLUMNS) - 1)]
    is_wide = len(cells) > MAX_COLUMNS
    return [cell for cell in cells if cell] if is_wide else cells


def split_head(rows):
    """Return the cells of the header, and those of the other rows."""
    if not rows:
        return [], []
    (first, is_head), *others = rows
    is_header = is_head or all(cell is None or cell.tag == "th" for cell in first)
    # Tables of the classic editor have no header; their first row is nearly always
    # one, but headers hold text only.
    is_header = is_header or others and not any(map(_has_more_than_text, first))
    if is_header:
        return first, [row for row, _ in others]
    return [None] * len(first), [row for row, _ in rows]


def _has_more_than_text(cell):
    return cell is not None and any(outermost(cell, "a", *MEDIA))


def make_table(table, write_header, write):
    """Return the value of the table, with cells written by the two functions."""
    header, rows = split_head(rows_of(table))
    width = max([len(header), *map(len, rows)], default=0)
    header += [None] * (width - len(header))
    texts = [write_header(cell) if cell else "" for cell in header]
    return {
        "columns": [{"type": "rich_text", "heading": text} for text in texts],
        "rows": [
            {
                "values": [
                    write(c) if c else "" for c in [*row, *[None] * (width - len(row))]
                ]
            }
            for row in rows
        ],
        "caption": "",
    }
