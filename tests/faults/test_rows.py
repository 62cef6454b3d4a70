import pytest

from .rows import Row, print_table

FAULT = "power cut", "longest wait"
WELL = [
    Row(*FAULT, 1.0, 1, "s"),
    Row(*FAULT, 0, 0),
    Row(*FAULT, 503, 503, rule="exactly"),
    Row(*FAULT, 20, 20, rule="at least"),
    Row(*FAULT, 60.1, unit="s"),
]
FAILED = [
    Row(*FAULT, 1.01, 1, "s"),
    Row(*FAULT, 1, 0),
    Row(*FAULT, 200, 503, rule="exactly"),
    Row(*FAULT, 0, 20, rule="at least"),
    Row(*FAULT, float("nan"), 1, "s"),
]


@pytest.mark.parametrize("row", WELL)
def test_figure_within_its_limit(row):
    assert not row.has_failed
    assert "FAIL" not in row.line


@pytest.mark.parametrize("row", FAILED)
def test_figure_over_its_limit(row):
    assert row.has_failed
    assert "FAIL" in row.line


def test_table_has_units_and_ends_with_the_number_of_failures(capsys):
    rows = [*WELL, Row("power cut", "failed", 2, 0, seen="/a /b")]
    assert print_table(rows) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "| fault | measured | figure | limit |"
    assert lines[2] == "| power cut | longest wait | 1.00 s | 1 s |"
    assert lines[4:7] == [
        "| power cut | longest wait | 503 | 503 |",
        "| power cut | longest wait | 20 | at least 20 |",
        "| power cut | longest wait | 60.10 s | — |",
    ]
    assert lines[7] == "| power cut | failed | 2 (/a /b) **FAIL** | 0 |"
