"""Why a field is empty, one made-up report per reason."""

from collections.abc import Sequence
from typing import Any

import pytest

from polesitter.records.extraction import Extraction
from polesitter.records.floors import FLOOR
from polesitter.review.absence import Witness
from polesitter.review.fields import FIELDS, ResultField
from polesitter.review.pattern_places import PatternPlaces
from polesitter.review.readings import Readings
from polesitter.review.reason import Reason
from polesitter.review.refusal import Refused, refusal
from polesitter.review.unread import UnreadWords
from polesitter.review.values import percent_text
from polesitter.text.plain import unmark
from polesitter.types import Evidence, Mention, Relation, Report, Result

FIELD = {field.name: field for field in FIELDS}


def reason(
    marked: str, field: str, relations: Sequence[Relation] = (), row: int = 0, **cells: Any
) -> Reason:
    """Why a field of a driver is empty; the rows are the drivers d0, d1, … of the text."""
    text, marks = unmark(marked)
    mentions = tuple(
        Mention(m.start, m.end, text[m.start : m.end], m.label, entity_id=m.id) for m in marks
    )
    drivers = {m.entity_id: m for m in mentions if m.label == "DRIVER"}
    results = tuple(
        Result(
            number,
            driver=mention.text,
            evidence=(Evidence("driver", mention.start, mention.end, mention.text, "x", 1.0),),
            **(cells if number == row else {}),
        )
        for number, mention in enumerate(drivers.values())
    )
    extraction = Extraction(
        Report("a", text, ""), "fake", 1.0, results=results, mentions=mentions,
        relations=tuple(relations),
    )  # fmt: skip
    unread = UnreadWords(mentions, PatternPlaces(None))
    witness = Witness(Readings(extraction), results[row], unread)
    return witness.reason(FIELD[field])


def lap(
    head: int, tail: int, value: str, score: float, framing: str = "outcome", used: bool = False
) -> Relation:
    return Relation("lap_time", head, tail, value, framing, "link.lap_time", score, used)


@pytest.mark.parametrize(
    ("field", "cells", "text"),
    [
        ("gap", {"position": 1}, "the first of a class has no gap"),
        ("gap_to", {}, "there is no gap"),
        ("grid", {}, "no start is told that differs from the place"),
        ("status", {}, "nothing but a normal classification is told"),
    ],
)
def test_what_is_no_lack(field: str, cells: dict[str, Any], text: str) -> None:
    found = reason("[Ann Lee](DRIVER d0) took pole.", field, **cells)
    assert (found.kind, found.text) == ("default", text)


TWO_LAPS = "[Ann Lee](DRIVER d0) lapped in [1:02.1](LAPTIME), then in [1:02.9](LAPTIME)."


@pytest.mark.parametrize(
    ("relations", "kind", "text"),
    [
        ([lap(0, 1, "62.1", 0.3, "practice")], "framing", "'1:02.1' (30%): told of practice"),
        # Records know no tie: the likeliest lap fails its own floor, or it stands.
        ([lap(0, 1, "62.1", 0.36), lap(0, 2, "62.9", 0.35)], "unsure",
         "'1:02.1' (36%): too unsure, 45% is the least"),
        ([lap(0, 1, "62.1", 0.7)], "outweighed",
         "'1:02.1' (70%): does not fit the rest of the report"),
        ([lap(0, 1, "62.1", 0.7, used=True)], "unsure", "'1:02.1' (70%): surer was asked for"),
        ([], "unclaimed", "1:02.1 is nobody's for sure, 1:02.9 is nobody's for sure"),
    ],
)  # fmt: skip
def test_laps_that_were_not_taken(relations: list[Relation], kind: str, text: str) -> None:
    found = reason(TWO_LAPS, "lap_time", relations)
    assert (found.kind, found.text) == (kind, text)


def test_a_value_of_another() -> None:
    marked = "[Ann Lee](DRIVER d0) beat [Bo Carr](DRIVER d1) in [1:02.1](LAPTIME)."
    used = lap(0, 2, "62.1", 0.9, used=True)
    found = reason(marked, "lap_time", [used], row=1)
    assert (found.kind, found.text) == ("taken", "1:02.1 is Ann Lee's")
    tried = reason(marked, "lap_time", [used, lap(1, 2, "62.1", 0.1)], row=1)
    assert (tried.kind, tried.text) == ("taken", "'1:02.1' (10%): it is Ann Lee's")


def place(value: str, score: float, framing: str = "outcome") -> Relation:
    return Relation("qualified", 0, 1, value, framing, "link.position", score, False)


PLACES = [
    (place("22", FLOOR["position"] - 0.01), (), "unsure", "too unsure, 20% is the least"),
    (place("22", 0.43), ("dropped_position",), "dropped",
     "doubtful, and gave way to the status 'no time'"),
    (place("22", 0.19), ("dropped_position",), "unsure", "too unsure, 20% is the least"),
    (place("row:2", 0.43), (), "group", "names no single place"),
    (place("22", 0.43, "practice"), (), "outweighed", "does not fit the rest of the report"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "flags", "kind", "why"), PLACES)
def test_places_that_were_not_taken(
    told: Relation, flags: tuple[str, ...], kind: str, why: str
) -> None:
    marked = "[Ann Lee](DRIVER d0) set no time and starts [22nd](POSITION)."
    found = reason(marked, "position", [told], status="no_time", flags=flags)
    assert found.kind == kind
    assert found.text == f"'22nd' ({percent_text(told.score)}): {why}"


def test_a_car_that_is_more_surely_another_s() -> None:
    marked = "[Ann Lee](DRIVER d0) beat [Bo Carr](DRIVER d1) in a [Honda](CAR)."
    own = Relation("drives", 0, 2, "Honda", "outcome", "link.car", 0.4, False)
    other = Relation("drives", 1, 2, "Honda", "outcome", "link.car", 0.7, True)
    found = reason(marked, "car", [own, other])
    assert (found.kind, found.text) == ("taken", "'Honda' (40%): more surely Bo Carr's")


@pytest.mark.parametrize("name", [field.name for field in FIELDS if field.kinds])
def test_the_floor_is_that_of_records(name: str, extraction: Extraction) -> None:
    for score, refused in ((FLOOR[name] - 0.001, True), (FLOOR[name], False)):
        kind = FIELD[name].kinds[0]
        relation = Relation(kind, 0, None, "22", "outcome", "x", score, False)
        told = refusal(Refused(name, relation), extraction.results[0])
        assert (told.kind == "unsure") == refused


@pytest.mark.parametrize(
    ("marked", "field", "kind", "text"),
    [
        ("[Ann Lee](DRIVER d0) took pole.", "speed", "untold", "the report tells none at all"),
        ("[Ann Lee](DRIVER d0) took pole. [Kites](TEAM) cheered.", "team", "untold",
         "none is told in the sentence that names this competitor"),
        ("[Ann Lee](DRIVER d0) took pole for Red Kites.", "team", "unread",
         "no team was read in the sentence that names this competitor; unread there: 'Red Kites'"),
        ("[Ann Lee](DRIVER d0) took pole at 1:2x.", "lap_time", "unread",
         "no lap time was read in the sentence that names this competitor; unread there: '1:2x'"),
    ],
)  # fmt: skip
def test_what_no_mention_tells(marked: str, field: str, kind: str, text: str) -> None:
    found = reason(marked, field)
    assert (found.kind, found.text) == (kind, text)


def test_a_competitor_that_no_words_name() -> None:
    extraction = Extraction(Report("a", "Rain.", ""), "fake", results=(Result(0, position=3),))
    witness = Witness(Readings(extraction), extraction.results[0])
    assert witness.reason(FIELD["team"]).kind == "unnamed"


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_a_reason(field: ResultField, extraction: Extraction) -> None:
    for row in extraction.results:
        assert Witness(Readings(extraction), row).reason(field).text
