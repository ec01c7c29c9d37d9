"""What a run came to: series by rows, and reports that read like no qualifying report."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from polesitter.review.account import Account, account_of
from polesitter.review.terminal.account import account_view
from polesitter.run.summary import Counts, RunSummary
from polesitter.types import Session

from ..analysis.conftest import report_of, write_to

SUMMARY = RunSummary("out", "model 1", 5, Counts())


def page(account: Account) -> str:
    told = StringIO()
    console = Console(file=told, width=100, color_system=None)
    console.print(account_view(account))
    return told.getvalue()


def test_series_are_told_by_rows_those_without_a_name_last(tmp_path: Path) -> None:
    lines = [(f"{name} won.", {"driver": name}) for name in ("Ann Lee", "Bo Ray", "Cy Fox")]
    reports = [
        report_of("a.txt", lines[:1], Session(series="F3")),
        report_of("b.txt", lines[:2], Session(series="IndyCar")),
        report_of("c.txt", lines, Session()),
    ]
    out = write_to(tmp_path / "out", reports)
    account = account_of(replace(SUMMARY, out=str(out)))
    assert [(one.series, one.results) for one in account.series] == [
        ("IndyCar", 2), ("F3", 1), (None, 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "named"),
    [
        ("", []),
        ("a", ["a"]),
        ("abc", ["a", "b", "c"]),
        ("abcde", ["a", "b", "c", "and 2 more"]),
    ],
)
def test_the_first_that_read_like_no_qualifying_report_are_named(
    sources: str, named: list[str]
) -> None:
    lines = page(Account(SUMMARY, (), (), tuple(sources))).splitlines()
    assert [line.strip() for line in lines if line.startswith("  ") and line.strip()] == named


@pytest.mark.parametrize(
    ("vanished", "pruned", "told"),
    [
        (1, False, "1 report not among the inputs any more: kept (--prune drops them)"),
        (2, True, "2 reports not among the inputs any more: dropped"),
    ],
)
def test_what_was_done_with_reports_that_are_gone(vanished: int, pruned: bool, told: str) -> None:
    summary = replace(SUMMARY, vanished=vanished, pruned=pruned)
    assert told in page(Account(summary, (), ())).splitlines()
