"""Taking reports in, and what is told of it."""

import shutil
from pathlib import Path

from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.retrain.delivery import read_deliveries
from polesitter.learn.retrain.intake import TakenIn, take_in
from polesitter.learn.retrain.known_reports import KnownReports
from polesitter.learn.retrain.outcome import Intake


def taken(corpus: Path, *paths: Path) -> TakenIn:
    """Take reports in."""
    staging = corpus.parent / "staging"
    shutil.rmtree(staging, ignore_errors=True)
    return take_in(read_deliveries(paths), KnownReports(corpus), staging)


def intake(corpus: Path, *paths: Path) -> Intake:
    """Take reports in and tell of it."""
    return taken(corpus, *paths).told()


def reason(told: Intake, report: str) -> str:
    """Why a report was set aside."""
    return next(one.reason for one in told.refused if one.report == report)


def edit(place: Path, old: str, new: str) -> None:
    """Change the words of a file."""
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new), encoding="utf-8")


def golds_of(folder: Path) -> list[GoldReport]:
    """The reports of a folder."""
    return list(read_gold([folder]))
