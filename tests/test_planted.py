"""Planted reports are read back: places of invented drivers, told in known ways."""

from collections import Counter
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from polesitter.types import Result

from .planted import STYLES, Entry, Planted, plant

MODEL = Path(__file__).resolve().parent.parent / "models" / "en_qualifying"
SEEDS = range(24)
OVERALL = 0.9
"""Share of the planted places that must be found; 0.99 hold."""
FLOORS = {"sentences": 0.9, "chains": 0.85, "table": 0.95, "classes": 0.9}
"""The same by style; tables leave nothing to guess."""


@pytest.fixture(scope="module")
def read() -> list[tuple[Planted, list[Result]]]:
    """Every planted report with the results read from it."""
    nlp: Language = spacy.load(MODEL)
    reports = [plant(style, seed) for style in STYLES for seed in SEEDS]
    docs = nlp.pipe(report.text for report in reports)
    return [(report, doc._.results) for report, doc in zip(reports, docs, strict=True)]


def share(read: list[tuple[Planted, list[Result]]], field: str, style: str | None = None) -> float:
    """The share of planted cells of a field that the results of the same driver hold."""
    hits = cells = 0
    for report, results in read:
        if style is not None and report.style != style:
            continue
        found = {result.driver: getattr(result, field) for result in results}
        for entry in report.grid:
            cells += 1
            hits += found.get(entry.driver) == wanted(entry, field)
    return hits / cells


def wanted(entry: Entry, field: str) -> object:
    if field == "lap_time_s":
        minutes, seconds = entry.lap_time.split(":")
        return round(60 * int(minutes) + float(seconds), 3)
    return getattr(entry, field)


def test_most_planted_places_are_found(read: list[tuple[Planted, list[Result]]]) -> None:
    assert share(read, "position") >= OVERALL


@pytest.mark.parametrize("style", STYLES)
def test_the_places_of_a_style_are_found(
    style: str, read: list[tuple[Planted, list[Result]]]
) -> None:
    assert share(read, "position", style) >= FLOORS[style]


@pytest.mark.parametrize("field", ["team", "car", "car_number", "lap_time_s"])
def test_the_cells_of_a_table_are_found(
    field: str, read: list[tuple[Planted, list[Result]]]
) -> None:
    assert share(read, field, "table") >= FLOORS["table"]


def test_classes_are_told_apart(read: list[tuple[Planted, list[Result]]]) -> None:
    assert share(read, "car_class", "classes") >= FLOORS["classes"]


def test_hardly_anybody_is_made_up(read: list[tuple[Planted, list[Result]]]) -> None:
    rows: Counter[bool] = Counter()
    for report, results in read:
        names = {entry.driver for entry in report.grid}
        rows.update(result.driver in names for result in results)
    assert rows[False] <= 0.03 * rows.total()


@pytest.mark.parametrize("style", STYLES)
def test_a_seed_gives_one_report(style: str) -> None:
    assert plant(style, 3) == plant(style, 3)
    assert plant(style, 3).text != plant(style, 4).text


@pytest.mark.parametrize("style", STYLES)
def test_a_planted_report_tells_every_driver(style: str) -> None:
    for seed in SEEDS:
        report = plant(style, seed)
        assert all(entry.driver in report.text for entry in report.grid)
