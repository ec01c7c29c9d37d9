"""Articles planted with what patterns/ lacks: it is suggested, and nothing is suggested twice."""

from pathlib import Path
from typing import Any

import pytest

from polesitter.learn.suggest.decide import accept, reject, rejected
from polesitter.learn.suggest.sample_sentence import Encode
from polesitter.learn.suggest.suggest import suggest
from polesitter.learn.suggest.suggestion import Suggestion
from polesitter.review.pattern_check import check_patterns

from .conftest import report

LONG_BEACH = """date 2025-04-12
Dixon takes pole at Long Beach

Scott Dixon won the pole for the Grand Prix of Long Beach with a lap of 1:06.201. \
Quillmark Racing's Will Power qualified second, 0.112 seconds behind Dixon.

Josef Newgarden will start third for Quillmark Racing. Pato O'Ward shall start fourth.
"""
BARBER = """date 2025-05-03
Palou on pole at Barber

Alex Palou took the pole at Barber Motorsports Park with a lap of 1:05.880. Quillmark Racing's \
Josef Newgarden was second in 1:05.991.

Will Power will start third for Quillmark Racing, and Scott McLaughlin qualified fourth.
"""
ROAD_AMERICA = """date 2025-06-21
Herta leads the way at Road America

Colton Herta won the pole at Road America. Will Power of Quillmark Racing qualified second in \
1:44.203.

Josef Newgarden of Quillmark Racing will start third, and Scott Dixon was fourth.
"""
REPORTS = [
    report(LONG_BEACH, "long-beach.txt"),
    report(BARBER, "barber.txt"),
    report(ROAD_AMERICA, "road-america.txt"),
]
TEAM = "team:quillmark-racing"


@pytest.fixture(scope="module")
def found(nlp: Any, encode: Encode, root: Path) -> list[Suggestion]:
    return suggest(nlp, REPORTS, root / "patterns", encode)


def test_an_invented_team_is_suggested_first(found: list[Suggestion]) -> None:
    first = found[0]
    assert (first.id, first.kind, first.file) == (TEAM, "name", "entities/teams.jsonl")
    assert dict(first.entry) == {
        "label": "TEAM", "pattern": "Quillmark Racing", "id": TEAM, "source": "hand",
        "first_seen": "2025-04-12",
    }  # fmt: skip
    assert (first.count, first.reports) == (6, 3)
    example = first.examples[0]
    assert (example.source, example.line, example.words) == (
        "long-beach.txt",
        4,
        "Quillmark Racing",
    )
    assert example.sentence.startswith("Quillmark Racing's Will Power qualified second")


def test_gains_fall_from_first_to_last(found: list[Suggestion]) -> None:
    gains = [round(one.gain, 2) for one in found]
    assert gains == sorted(gains, reverse=True)


def test_a_sentence_one_word_off_is_a_near_miss_of_that_pattern(found: list[Suggestion]) -> None:
    misses = [one for one in found if one.kind == "near miss"]
    assert [one.examples[0].sentence for one in misses] == ["Pato O'Ward shall start fourth."]
    assert "shall" in str(misses[0].entry["pattern"])
    assert misses[0].id == f"{misses[0].near}.shall"


def test_ids_are_the_same_in_whatever_order_articles_come(
    nlp: Any, encode: Encode, root: Path, found: list[Suggestion]
) -> None:
    again = suggest(nlp, REPORTS[::-1], root / "patterns", encode)
    assert [one.id for one in again] == [one.id for one in found]
    assert [one.entry for one in again] == [one.entry for one in found]


@pytest.mark.parametrize("verdict", ["accepted", "rejected"])
def test_what_was_decided_is_not_suggested_again(
    nlp: Any, encode: Encode, patterns: Path, verdict: str
) -> None:
    before = suggest(nlp, REPORTS, patterns, encode)
    for one in before:
        if verdict == "accepted":
            accept(patterns, one, encode)
        else:
            reject(patterns, one)
    after = suggest(nlp, REPORTS, patterns, encode, rejected(patterns))
    assert not {one.id for one in after} & {one.id for one in before}


def test_accepting_leaves_the_check_clean(nlp: Any, encode: Encode, patterns: Path) -> None:
    def load() -> Any:
        return nlp

    clean = check_patterns(patterns, load).findings
    for one in suggest(nlp, REPORTS, patterns, encode):
        accept(patterns, one, encode)
    assert check_patterns(patterns, load).findings == clean


def test_a_text_about_something_else_suggests_nothing(
    nlp: Any, encode: Encode, patterns: Path
) -> None:
    text = "The council met on Tuesday. Mara Quint of Quillmark Racing spoke second."
    assert suggest(nlp, [report(text)], patterns, encode) == []
