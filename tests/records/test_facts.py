"""Session facts: a marked sentence and the facts it tells, as (field, value, class)."""

import pytest

from polesitter.records.facts import find_facts
from polesitter.text.layout import find_passages

from ..marked import read

FACTS = [
    ("There are 31 cars entered.", [("entries", 31, None)]),
    ("A field of thirty took part.", []),
    ("A field of 33 took part.", [("entries", 33, None)]),
    ("Lee beat 14 other drivers.", []),
    ("Lee beat the other 14 drivers.", [("entries", 15, None)]),
    ("Lee beat the other twelve cars.", [("entries", 13, None)]),
    ("The session had two red flags.", [("red_flags", 2, None)]),
    ("There were no red flags.", [("red_flags", 0, None)]),
    ("It was red-flagged twice.", [("red_flags", 2, None)]),
    ("Her lap is a new track record.", [("track_record", True, None)]),
    ("It was not a track record.", [("track_record", False, None)]),
    ("She set a track record, breaking the mark of [Bo Ray](DRIVER) from 1999.",
     [("track_record", True, None), ("record_holder", "Bo Ray", None),
      ("record_year", 1999, None)]),
    ("The race is scheduled to start at 2:05 p.m. ET on Sunday.",
     [("race_start", "2:05 p.m. ET on Sunday", None)]),
    ("The green flag flies at noon.", [("race_start", "noon", None)]),
    ("Live coverage is on NBCSN and Peacock.",
     [("broadcaster", "NBCSN", None), ("broadcaster", "Peacock", None)]),
    ("NBCSN is a channel.", []),
    # facts of a class
    ("In [TCR](CLASS), 14 cars are entered.", [("entries", 14, "TCR")]),
    ("Lee won.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "facts"), FACTS, ids=[row[0][:60] for row in FACTS])
def test_facts_of_a_sentence(
    marked: str, facts: list[tuple[str, int | bool | str, str | None]]
) -> None:
    text, mentions = read(marked)
    found = find_facts(text, find_passages(text), mentions)
    assert [(fact.field, fact.value, fact.car_class) for fact in found] == facts


@pytest.mark.parametrize("marked", [row[0] for row in FACTS])
def test_evidence_is_the_words_of_the_text(marked: str) -> None:
    text, mentions = read(marked)
    for fact in find_facts(text, find_passages(text), mentions):
        proof = fact.evidence
        assert text[proof.start : proof.end] == proof.text
        assert (proof.field, proof.rule) == (fact.field, f"fact.{fact.field}")


def test_a_class_told_holds_for_the_sentences_after() -> None:
    text, mentions = read("The [GS](CLASS) field came first. There are 31 cars entered.")
    (fact,) = find_facts(text, find_passages(text), mentions)
    assert fact.car_class == "GS"


def test_tables_tell_no_facts() -> None:
    text, mentions = read(
        "It was a cold day for every one of the teams that had come to the track.\n"
        "1 | two red flags | x\n2 | field of 33 | y"
    )
    assert find_facts(text, find_passages(text), mentions) == []
