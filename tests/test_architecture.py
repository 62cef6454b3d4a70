"""Arrows point inwards: which package may import which."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FORBIDDEN = {
    "boulder_therapeutics/core": {"blog", "services", "boulder_therapeutics.demo"},
    "blog": {"services", "boulder_therapeutics.demo"},
    "services": {"blog", "boulder_therapeutics.demo"},
}


def imported_modules(path):
    """Names of all modules that the file at `path` imports absolutely."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module


@pytest.mark.parametrize("package", FORBIDDEN)
def test_package_imports_nothing_from_outside_its_circle(package):
    files = [p for p in (ROOT / package).rglob("*.py") if "migrations" not in p.parts]
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in files
        for module in imported_modules(path)
        for outer in FORBIDDEN[package]
        if module == outer or module.startswith(f"{outer}.")
    ]
    assert files
    assert wrong == []


def test_articles_know_nothing_of_comments():
    files = [
        path
        for path in (ROOT / "blog").rglob("*.py")
        if not {"comments", "wordpress"} & set(path.relative_to(ROOT).parts)
    ]
    assert files
    for path in files:
        assert "comments" not in " ".join(imported_modules(path)), path
