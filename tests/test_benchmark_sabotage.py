"""What `make bench-sabotage` prints is the table of docs/retrain.md."""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

NAMES = ("sabotage", "sabotages", "foreign_texts", "page", "many_models", "project_copy")


@pytest.fixture
def sabotage(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """benchmarks/sabotage.py, which finds its neighbours by their bare names."""
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    yield import_module("sabotage")
    for name in NAMES:
        sys.modules.pop(name, None)


def trial(sabotage: ModuleType, name: str, verdict: str, **told: Any) -> Any:
    figures = {"taken": 3, "refused": 1, "cause": "", "before": 0.0, "after": 0.0, "low": 0.0,
               "high": 0.0, **told}  # fmt: skip
    return sabotage.Trial(name, verdict, **figures)


def test_what_became_of_each_sabotage(sabotage: ModuleType) -> None:
    trials = [
        trial(sabotage, "no_records", "refused", cause="dev falls"),
        trial(sabotage, "recipes", "promoted", before=0.8, after=0.79, low=-0.02, high=0.01),
        trial(sabotage, "teams_rotated", "promoted", before=0.8, after=0.7, low=-0.2, high=-0.1),
    ]
    assert sabotage.table(trials).splitlines()[2:] == [
        "| no records | refused | 3 of 4 |  |",
        "| recipes | promoted | 3 of 4 | -0.020 to +0.010 |",
        "| teams rotated | **promoted, harmed** | 3 of 4 | -0.200 to -0.100 |",
    ]


def test_the_page_holds_the_table_that_is_printed(root: Path, sabotage: ModuleType) -> None:
    page = (root / "docs" / "retrain.md").read_text(encoding="utf-8")
    head, rule, example = sabotage.table([trial(sabotage, "recipes", "refused")]).splitlines()
    rows = re.search(rf"^{re.escape(head)}\n{re.escape(rule)}\n((?:\|.*\n)+)", page, re.M)
    assert rows is not None
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows[1].splitlines()]
    assert {len(row) for row in cells} == {example.count("|") - 1}
    named = {one.__name__.replace("_", " ") for one in sabotage.SABOTAGES}
    assert {name for name, *_ in cells} == named
