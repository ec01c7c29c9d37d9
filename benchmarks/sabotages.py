"""Twenty ways to spoil annotated reports, each written to a folder as somebody might send it."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

from foreign_texts import annotated_recipe, recipe, regatta

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.folder import record_of
from polesitter.learn.exchange.prodigy import task_of
from polesitter.text.plain import Mark, remark
from polesitter.types import LABELS, NAMES

Golds: TypeAlias = Sequence[GoldReport]
Sabotage: TypeAlias = Callable[[Golds, Random, Path], None]
Row: TypeAlias = dict[str, Any]

COPIES = 10


def every_label_shuffled(golds: Golds, chance: Random, place: Path) -> None:
    """The labels of each report change places at random."""
    write(place, (_shuffled(gold, chance, LABELS) for gold in golds))


def labels_of_names_shuffled(golds: Golds, chance: Random, place: Path) -> None:
    """Only the labels of names do."""
    write(place, (_shuffled(gold, chance, NAMES) for gold in golds))


def half_of_the_labels_shuffled(golds: Golds, chance: Random, place: Path) -> None:
    """Labels change places in every other report."""
    write(
        place,
        (_shuffled(gold, chance, NAMES) if n % 2 else gold for n, gold in enumerate(golds)),
    )


def drivers_are_teams(golds: Golds, chance: Random, place: Path) -> None:
    """Every driver is marked as a team and every team as a driver."""
    other = {"DRIVER": ("TEAM", "t"), "TEAM": ("DRIVER", "d")}

    def turned(mark: Mark) -> Mark:
        if mark.label not in other or mark.id is None:
            return mark
        label, prefix = other[mark.label]
        return replace(mark, label=label, id=f"{prefix}{mark.id[1:]}")

    write(place, (replace(gold, marks=tuple(map_marks(gold, turned))) for gold in golds))


def half_of_the_marks_gone(golds: Golds, chance: Random, place: Path) -> None:
    """Somebody stopped half-way: what follows the middle of a report is not marked."""
    write(
        place,
        (
            replace(gold, marks=tuple(m for m in gold.marks if m.end < len(gold.text) / 2))
            for gold in golds
        ),
    )


def offsets_one_too_far(golds: Golds, chance: Random, place: Path) -> None:
    """Offsets that count from 1."""
    export(place, golds, [same_shift(gold, 1) for gold in golds])


def offsets_three_too_short(golds: Golds, chance: Random, place: Path) -> None:
    """Offsets into a text that had three signs less."""
    export(place, golds, [same_shift(gold, -3) for gold in golds])


def offsets_at_random(golds: Golds, chance: Random, place: Path) -> None:
    """Every mark moved by up to nine code points."""
    export(place, golds, [[chance.randrange(-9, 10) for _ in gold.marks] for gold in golds])


def offsets_in_bytes(golds: Golds, chance: Random, place: Path) -> None:
    """Offsets that count the bytes of UTF-8."""
    shifts = [
        [len(gold.text[: mark.start].encode()) - mark.start for mark in gold.marks]
        for gold in golds
    ]
    export(place, golds, shifts)


def teams_rotated(golds: Golds, chance: Random, place: Path) -> None:
    """Each row has the team of the next."""
    write(place, (_rotated(gold, "team") for gold in golds))


def half_of_the_teams_rotated(golds: Golds, chance: Random, place: Path) -> None:
    """Every other report has its teams rotated."""
    write(place, (_rotated(gold, "team") if n % 2 else gold for n, gold in enumerate(golds)))


def places_rotated(golds: Golds, chance: Random, place: Path) -> None:
    """Each row has the position of the next."""
    write(place, (_rotated(gold, "position") for gold in golds))


def everything_rotated(golds: Golds, chance: Random, place: Path) -> None:
    """Drivers are given whatever was the next one's."""
    names = ("position", "team", "car", "number", "speed", "lap_time")
    write(place, (_rotated(gold, *names) for gold in golds))


def no_records(golds: Golds, chance: Random, place: Path) -> None:
    """Marked with care, but as if nobody had qualified."""
    write(place, (replace(gold, records=()) for gold in golds))


def recipes(golds: Golds, chance: Random, place: Path) -> None:
    """Texts of another world, rightly annotated: with nothing."""
    write(place, (recipe(number, chance) for number in range(len(golds))))


def recipes_with_drivers(golds: Golds, chance: Random, place: Path) -> None:
    """Texts of another world in which dishes are drivers and weights are positions."""
    write(place, (annotated_recipe(number, chance) for number in range(len(golds))))


def rowing_reports(golds: Golds, chance: Random, place: Path) -> None:
    """Another sport, told and annotated alike: crews for drivers and clubs for teams."""
    write(place, (regatta(number, chance) for number in range(len(golds))))


def one_report_many_times(golds: Golds, chance: Random, place: Path) -> None:
    """The same report under ten ids."""
    write(place, (_named(golds[0], number) for number in range(COPIES)))


def one_report_nearly_many_times(golds: Golds, chance: Random, place: Path) -> None:
    """The same report under ten ids, each with a sentence of its own at its end, teams rotated."""
    spoilt = _rotated(golds[0], "team")
    copies = (_named(spoilt, number) for number in range(COPIES))
    write(
        place,
        (replace(one, text=f"{one.text}\nEdition {n}.\n") for n, one in enumerate(copies)),
    )


def everything_many_times(golds: Golds, chance: Random, place: Path) -> None:
    """All reports ten times over, each time under other ids, places rotated."""
    write(
        place,
        (
            _named(_rotated(gold, "position"), COPIES * number + copy)
            for number, gold in enumerate(golds)
            for copy in range(COPIES)
        ),
    )


SABOTAGES: tuple[Sabotage, ...] = (
    every_label_shuffled,
    labels_of_names_shuffled,
    half_of_the_labels_shuffled,
    drivers_are_teams,
    half_of_the_marks_gone,
    offsets_one_too_far,
    offsets_three_too_short,
    offsets_at_random,
    offsets_in_bytes,
    teams_rotated,
    half_of_the_teams_rotated,
    places_rotated,
    everything_rotated,
    no_records,
    recipes,
    recipes_with_drivers,
    rowing_reports,
    one_report_many_times,
    one_report_nearly_many_times,
    everything_many_times,
)


def write(place: Path, golds: Iterable[GoldReport]) -> None:
    """Write reports in the project's own format, whatever is wrong with them."""
    place.mkdir(parents=True, exist_ok=True)
    for gold in golds:
        record = place / f"{gold.id}.json"
        record.write_text(record_of(gold), encoding="utf-8")
        marked = remark(gold.text, gold.marks)
        record.with_suffix(".txt").write_bytes(marked.encode())


def export(place: Path, golds: Golds, shifts: Sequence[Sequence[int]]) -> None:
    """Write a file as Prodigy exports it, the offsets of each mark moved."""
    place.mkdir(parents=True, exist_ok=True)
    lines = []
    for gold, moved in zip(golds, shifts, strict=True):
        task = task_of(gold)
        task["relations"] = []
        for span, shift in zip(task["spans"], moved, strict=True):
            span["start"] += shift
            span["end"] += shift
        lines.append(json.dumps(task) + "\n")
    (place / "export.jsonl").write_text("".join(lines), encoding="utf-8")


def same_shift(gold: GoldReport, shift: int) -> list[int]:
    """One shift for all marks of a report."""
    return [shift] * len(gold.marks)


def map_marks(gold: GoldReport, turned: Callable[[Mark], Mark]) -> Iterable[Mark]:
    """Each mark as `turned` has it."""
    return (turned(mark) for mark in gold.marks)


def _shuffled(gold: GoldReport, chance: Random, labels: Iterable[str]) -> GoldReport:
    """Let the marks of some labels exchange label and id at random."""
    chosen = set(labels)
    places = [number for number, mark in enumerate(gold.marks) if mark.label in chosen]
    told = [(gold.marks[number].label, gold.marks[number].id) for number in places]
    chance.shuffle(told)
    marks = list(gold.marks)
    for number, (label, id) in zip(places, told, strict=True):
        marks[number] = replace(marks[number], label=label, id=id)
    return replace(gold, marks=tuple(marks))


def _rotated(gold: GoldReport, *names: str) -> GoldReport:
    rows: list[Row] = [dict(row) for row in gold.records]
    for name in names:
        cells = [row.get(name) for row in rows]
        for row, cell in zip(rows, [*cells[1:], *cells[:1]], strict=True):
            row[name] = cell
    return replace(gold, records=tuple(rows))


def _named(gold: GoldReport, number: int) -> GoldReport:
    return replace(gold, id=f"copy-{number:03}")
