"""Which candidates are kept."""

import pytest

from polesitter.learn.induction.slots.candidate import Candidate, Place, with_options
from polesitter.learn.induction.slots.choice import good, least_general, needed
from polesitter.learn.induction.slots.evidence import Evidence
from polesitter.learn.induction.slots.judgement import Judgement

LITERAL = Candidate("qualified", "{driver} starts {position}", (0, 0))
VERB = Candidate("qualified", "{driver} <start> {position}", (1, 0))
SKIP = Candidate("qualified", "{driver} ... {position}", (4, 6))
OTHER = Candidate("grid", "{driver} ... {position}", (4, 6))


def places(*numbers: int) -> list[Place]:
    return [Place(number, 0) for number in numbers]


def evidence(*right: int) -> Evidence:
    return Evidence(set(places(*right)))


@pytest.mark.parametrize(
    ("judgement", "kept"),
    [
        (Judgement(5, 30, 0), True),
        (Judgement(4, 30, 0), False),  # four sessions are not enough
        (Judgement(5, 30, 20), False),  # too often wrong
        (Judgement(5, 2, 0), False),  # too little seen of it
    ],
)
def test_a_good_pattern_is_borne_out_and_seldom_wrong(judgement: Judgement, kept: bool) -> None:
    assert (LITERAL in good({LITERAL: judgement})) is kept


def test_the_least_general_good_pattern_of_a_pair_is_taken() -> None:
    found = {LITERAL: places(1), VERB: places(1, 2), SKIP: places(1, 2, 3), OTHER: places(1)}
    assert least_general(found, set(found)) == {LITERAL, VERB, SKIP, OTHER}
    # Without pair 3 no one needs the skip; without the literal the verb is the least.
    del found[SKIP][2]
    assert least_general(found, {VERB, SKIP}) == {VERB}


def test_what_a_wider_pattern_finds_as_reliably_is_needless() -> None:
    found = {LITERAL: evidence(1, 2), VERB: evidence(1, 2, 3), OTHER: evidence(1)}
    judged = {
        LITERAL: Judgement(3, 30, 0), VERB: Judgement(4, 30, 1), OTHER: Judgement(3, 30, 0)
    }  # fmt: skip
    # Patterns of another relation say something else.
    assert needed(found, found, judged) == [VERB, OTHER]
    # A narrower pattern that errs much less stands beside the wider one.
    judged[VERB] = Judgement(4, 30, 10)
    assert needed(found, found, judged) == [VERB, LITERAL, OTHER]


def test_what_a_written_rule_finds_is_not_induced_again() -> None:
    found = {VERB: evidence(1, 2, 3)}
    judged = {VERB: Judgement(4, 30, 1)}
    assert needed(found, found, judged, [("qualified", evidence(1, 2, 3, 4))]) == []
    assert needed(found, found, judged, [("qualified", evidence(1, 2))]) == [VERB]
    assert needed(found, found, judged, [("grid", evidence(1, 2, 3, 4))]) == [VERB]
    unreliable = Evidence(set(places(1, 2, 3, 4)), set(places(5, 6)))
    assert needed(found, found, judged, [("qualified", unreliable)]) == [VERB]


def test_of_two_that_find_the_same_the_shorter_stays() -> None:
    found = {LITERAL: evidence(1, 2), SKIP: evidence(1, 2)}
    judged = dict.fromkeys(found, Judgement(3, 30, 0))
    assert needed(found, found, judged) == [SKIP]


@pytest.mark.parametrize(
    ("options", "pattern"),
    [
        ([], "{driver} <start> {position}"),
        ([(2, "@det")], "{driver} <start> [@det] {position}"),
        ([(2, "@det"), (2, "@adverb"), (1, "@adverb")],
         "{driver} [@adverb] <start> [@adverb] [@det] {position}"),
        ([(3, "@adjective")], "{driver} <start> {position} [@adjective]"),
    ],
)  # fmt: skip
def test_words_that_may_stand_between_parts(options: list[tuple[int, str]], pattern: str) -> None:
    assert with_options(("{driver}", "<start>", "{position}"), options) == pattern
