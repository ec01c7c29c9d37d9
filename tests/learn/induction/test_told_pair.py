"""Which pairs of a report the records speak of, and what they say of them."""

from dataclasses import replace
from typing import Any

import pytest

from polesitter.learn.induction.slots.told_pair import ToldSentence, told_sentences
from polesitter.learn.relation_model.truth import Lesson
from polesitter.relations.slots import Slot

from ...marked import read_all
from .reports import ROW

PAIRS = [
    # (sentence, cells of Ann Lee, what holds between her and the value)
    ("[Ann Lee](DRIVER) was [third](POSITION).", {"position": 3}, {"qualified"}),
    ("[Ann Lee](DRIVER) starts [third](POSITION).", {"position": 2, "grid": 3}, {"grid"}),
    ("[Ann Lee](DRIVER) was [third](POSITION).", {"position": 4}, set()),
    ("[Ann Lee](DRIVER) starts from [row two](POSITION).", {"position": 4}, {"qualified"}),
    ("[Ann Lee](DRIVER) lapped in [1:45.166](LAPTIME).", {"lap_time": "1:45.166"}, {"lap"}),
    ("[Ann Lee](DRIVER) lapped at [99.5 mph](SPEED).", {"speed": 99.5}, {"lap"}),
    ("[Ann Lee](DRIVER) was [0.5 seconds](GAP) back.", {"gap": 0.5}, {"gap"}),
    ("[Ann Lee](DRIVER) of [BHA](TEAM) was out.", {"team": "BHA"}, {"drives_for"}),
    ("[Ann Lee](DRIVER)'s [Ford](CAR) was out.", {"car": "Ford"}, {"drives"}),
    ("[Ann Lee](DRIVER) in No. [08](NUMBER) was out.", {"number": "08"}, {"has_number"}),
    ("[Ann Lee](DRIVER) was out in [Q2](SEGMENT).", {"segment": "Q2"}, {"segment_reached"}),
]  # fmt: skip


def told(marked: str, **cells: Any) -> list[ToldSentence]:
    view, cast = read_all(marked)
    rows = [ROW | {"driver": "Ann Lee"} | cells]
    return list(told_sentences(Lesson(view, cast, rows, "x-1"), "day"))


@pytest.mark.parametrize(("marked", "cells", "relations"), PAIRS)
def test_what_the_records_say_of_a_pair(
    marked: str, cells: dict[str, Any], relations: set[str]
) -> None:
    (sentence,) = told(marked, **cells)
    (pair,) = sentence.pairs
    assert pair.relations == relations
    assert (pair.head, pair.value) == (0, 1)
    assert Slot(pair.slot, 1) in sentence.elements
    assert (sentence.session, sentence.report) == ("day", "x-1")


def test_rivals_of_a_value_are_pairs_as_well() -> None:
    (sentence,) = told(
        "[Ann Lee](DRIVER) was ahead of [Bo Ray](DRIVER) in [third](POSITION).", position=3
    )
    holds = {pair.head: bool(pair.relations) for pair in sentence.pairs}
    assert holds == {0: True, 1: False}


def test_a_pair_stands_in_one_sentence() -> None:
    assert told("[Ann Lee](DRIVER) was out. It was [third](POSITION).", position=3) == []


def test_what_a_sentence_without_a_driver_says_is_left_out() -> None:
    assert told("The [Ford](CAR) was [third](POSITION).", position=3) == []


def test_what_is_told_of_practice_is_left_out() -> None:
    view, cast = read_all("[Ann Lee](DRIVER) was [third](POSITION) of [BHA](TEAM).")
    view.mentions = [
        replace(one, framing="practice") if one.label == "POSITION" else one
        for one in view.mentions
    ]
    rows = [ROW | {"driver": "Ann Lee", "position": 3, "team": "BHA"}]
    (sentence,) = told_sentences(Lesson(view, cast, rows, "x-1"), "day")
    assert [pair.slot for pair in sentence.pairs] == ["team"]
