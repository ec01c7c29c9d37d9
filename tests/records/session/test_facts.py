"""Session facts: a marked sentence and the facts it tells, as (field, value, class)."""

import pytest

from polesitter.records.session.facts import find_facts
from polesitter.text.layout import find_passages

from ...marked import read

FACTS = [
    ("There are 31 cars entered.", [("entries", 31, None)]),
    ("A field of thirty took part.", [("entries", 30, None)]),
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
     [("broadcaster", "NBCSN / Peacock", None)]),
    ("NBCSN is a channel.", []),
    ("Lee is 24th in a line of 45 cars.", [("entries", 45, None)]),
    ("Ray was 27th of 27.", [("entries", 27, None)]),
    ("Ray was 27th of the 28 cars.", [("entries", 28, None)]),
    ("Ray beat the two cars behind him.", []),
    ("The top 15 drivers went on.", []),
    ("There were thirty-four entries.", [("entries", 34, None)]),
    ("It was the rear of the 38-car grid.", [("entries", 38, None)]),
    # stoppages without a number, and with an order
    ("The session was halted for a while.", [("red_flags", 1, None)]),
    ("Lee brought out the red flag. The stoppage was long.", [("red_flags", 1, None)]),
    ("Lee brought out the first red flag. Ray caused the second red flag.",
     [("red_flags", 2, None)]),
    ("The session was stopped twice. It was Lee who caused the red flag.",
     [("red_flags", 2, None)]),
    ("The race was stopped by a red flag.", []),
    # records that were not set, and whose they are
    ("She missed the track record, [Bo Ray](DRIVER)'s 15.911 of 2011.",
     [("track_record", False, None), ("record_holder", "Bo Ray", None),
      ("record_year", 2011, None)]),
    ("In 1996 the pole went to [Bo Ray](DRIVER). That is still the lap record.",
     [("track_record", False, None), ("record_holder", "Bo Ray", None),
      ("record_year", 1996, None)]),
    ("It is a track record. The old mark had belonged to [Ray](DRIVER) since 2006. "
     "[Bo Ray](DRIVER) smiled.",
     [("track_record", True, None), ("record_holder", "Bo Ray", None),
      ("record_year", 2006, None)]),
    ("She set a track record, beating [Bo Ray](DRIVER)'s record of 1:02.",
     [("track_record", True, None), ("record_holder", "Bo Ray", None)]),
    ("It would have been a track record.", []),
    ("The old track record was slower.", []),
    ("The race lap record is 1:02.", []),
    ("A track record, ahead of [Bo Ray](DRIVER).", [("track_record", True, None)]),
    # the start of the race, and no other clock time
    ("The race starts at 15:00 local time.", [("race_start", "15:00 local time", None)]),
    ("Race one Sunday, 11.45.", [("race_start", "11.45", None)]),
    ("GP2's feature race is at 15:40 on Saturday.", [("race_start", "15:40 on Saturday", None)]),
    ("Qualifying gets under way at 15.25.", []),
    ("The race is on Friday afternoon.", []),
    ("The start was run at 1:45.166 and 2:03.", []),
    ("The race starts at 1:40 p.m. ET and coverage begins at 1:30 p.m. ET.",
     [("race_start", "1:40 p.m. ET", None)]),
    # who shows it, known or not
    ("The race starts at 2:30 p.m. EDT on ABC.",
     [("race_start", "2:30 p.m. EDT", None), ("broadcaster", "ABC", None)]),
    ("FloRacing will carry it.", [("broadcaster", "FloRacing", None)]),
    ("The race is live on Zebra Sport 2.", [("broadcaster", "Zebra Sport 2", None)]),
    ("The race is on Saturday, live.", []),
    ("The SCCA SPEED World Challenge cars are live on track.", []),
    # facts of a class
    ("In [TCR](CLASS), 14 cars are entered.", [("entries", 14, "TCR")]),
    ("In [TCR](CLASS), her lap is a new track record.", [("track_record", True, None)]),
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
