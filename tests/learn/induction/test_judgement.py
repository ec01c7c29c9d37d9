"""How far a pattern is trusted, from what it found in each session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.induction.slots.candidate import Place
from polesitter.learn.induction.slots.evidence import Evidence
from polesitter.learn.induction.slots.judgement import cautious_log_odds, judge
from polesitter.learn.induction.slots.told_pair import ToldSentence

COUNTS = st.integers(min_value=0, max_value=200)


def found(*sessions: tuple[int, int]) -> tuple[Evidence, list[ToldSentence]]:
    """Right and wrong pairs by session, one sentence for each session."""
    sentences = [ToldSentence(f"s{n}", f"r{n}", (), (), ()) for n in range(len(sessions))]
    evidence = Evidence()
    for number, (right, wrong) in enumerate(sessions):
        evidence.right.update(Place(number, order) for order in range(right))
        evidence.wrong.update(Place(number, order) for order in range(right, right + wrong))
    return evidence, sentences


@pytest.mark.parametrize(
    ("sessions", "support", "right", "wrong"),
    [
        # What is right everywhere is found right in every session held out.
        ([(5, 0)] * 6, 6, 30, 0),
        # Four sessions are too few; of five the four others are enough.
        ([(9, 0)] * 4, 4, 0, 0),
        ([(9, 0)] * 5, 5, 45, 0),
        # The one bad session is judged by the good ones: its faults count in full. The good
        # ones are judged by the rest, which the bad session spoils.
        ([*[(10, 0)] * 5, (0, 40)], 5, 0, 40),
        # A mistake now and then does not keep the others from trusting it.
        ([(10, 1)] * 6, 6, 60, 6),
    ],
)
def test_sessions_are_judged_by_the_others(
    sessions: list[tuple[int, int]], support: int, right: int, wrong: int
) -> None:
    judgement = judge(*found(*sessions))
    assert (judgement.support, judgement.right, judgement.wrong) == (support, right, wrong)


def test_precision_is_the_share_that_holds() -> None:
    assert judge(*found(*[(19, 1)] * 6)).precision == pytest.approx(0.95)
    assert judge(*found((1, 0))).precision == 0.0


@given(COUNTS, COUNTS)
def test_more_right_is_worth_more_and_more_wrong_less(right: int, wrong: int) -> None:
    worth = cautious_log_odds(right, wrong)
    assert cautious_log_odds(right + 1, wrong) > worth > cautious_log_odds(right, wrong + 1)


def test_few_cases_are_worth_less_than_many_of_the_same_share() -> None:
    assert cautious_log_odds(2, 0) < cautious_log_odds(20, 2)
    assert cautious_log_odds(3, 3) < 0
