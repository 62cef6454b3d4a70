"""The table fault → figure → limit, and whether each figure is within its limit."""

import operator
from dataclasses import dataclass

RULES = {"at most": operator.le, "at least": operator.ge, "exactly": operator.eq}
HEADER = "| fault | measured | figure | limit |\n| --- | --- | --- | --- |"


@dataclass(frozen=True)
class Row:
    """A figure of a fault; without a limit, it is only shown."""

    fault: str
    measured: str
    figure: float
    limit: float | None = None
    unit: str = ""
    rule: str = "at most"
    seen: str = ""  # details of the figure

    @property
    def has_failed(self):
        if self.limit is None:
            return False
        return not RULES[self.rule](self.figure, self.limit)

    @property
    def line(self):
        """The row in Markdown."""
        number = f"{self.figure:.2f}" if self.unit == "s" else f"{self.figure:,}"
        details = f"({self.seen})" if self.seen else ""
        mark = "**FAIL**" if self.has_failed else ""
        figure = " ".join(filter(None, [number, self.unit, details, mark]))
        return f"| {self.fault} | {self.measured} | {figure} | {self._limit} |"

    @property
    def _limit(self):
        if self.limit is None:
            return "—"
        rule = self.rule if self.rule == "at least" else ""
        return f"{rule} {self.limit:g} {self.unit}".strip()


def print_table(rows):
    """Print each row as soon as it is measured; return how many have failed."""
    print(HEADER, flush=True)  # noqa: T201
    failures = 0
    for row in rows:
        print(row.line, flush=True)  # noqa: T201
        failures += row.has_failed
    return failures
