"""Which of several overlapping candidates stand."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.candidate import Candidate
from polesitter.entities.overlap import resolve
from polesitter.entities.worth import LEARNED, worth
from polesitter.types import LABELS

TEXT = "one two three four five six seven eight"
STARTS = [0, 4, 8, 14, 19, 24, 28, 34]
ENDS = [3, 7, 13, 18, 23, 27, 33, 39]


def candidate(
    start: int, end: int, label: str, rule: str = "pattern", score: float = 1.0
) -> Candidate:
    """A candidate over words [start, end) of TEXT."""
    return Candidate(start, end, STARTS[start], ENDS[end - 1], label, rule, score)


def standing(*candidates: Candidate, single_seater: bool = False) -> list[tuple[int, int, str]]:
    chosen, _ = resolve(candidates, single_seater, TEXT)
    return [(candidates[i].start, candidates[i].end, candidates[i].label) for i in chosen]


def test_candidates_apart_all_stand_in_text_order() -> None:
    found = standing(candidate(3, 4, "TEAM"), candidate(0, 2, "DRIVER"))
    assert found == [(0, 2, "DRIVER"), (3, 4, "TEAM")]


def test_the_whole_beats_its_parts() -> None:
    found = standing(candidate(0, 1, "TRACK"), candidate(1, 2, "TRACK"), candidate(0, 2, "EVENT"))
    assert found == [(0, 2, "EVENT")]


def test_a_measure_beats_a_name() -> None:
    assert standing(candidate(0, 1, "CLASS"), candidate(0, 1, "SEGMENT", "measure.segment")) == [
        (0, 1, "SEGMENT")
    ]


@pytest.mark.parametrize(("single_seater", "label"), [(True, "TEAM"), (False, "CAR")])
def test_a_maker_is_the_team_where_makers_are_teams(single_seater: bool, label: str) -> None:
    both = candidate(0, 1, "CAR"), candidate(0, 1, "TEAM")
    assert standing(*both, single_seater=single_seater) == [(0, 1, label)]
    assert standing(*both[::-1], single_seater=single_seater) == [(0, 1, label)]


def test_a_finder_that_is_sure_sways_the_choice_of_labels() -> None:
    names = candidate(0, 2, "TRACK"), candidate(0, 2, "EVENT")
    for label in ("TRACK", "EVENT"):
        assert standing(*names, candidate(0, 2, label, LEARNED, 0.9)) == [(0, 2, label)]


@pytest.mark.parametrize(("score", "count"), [(0.9, 1), (0.6, 0)])
def test_a_car_in_no_list_stands_where_the_finder_is_sure(score: float, count: int) -> None:
    assert len(standing(candidate(0, 2, "CAR", LEARNED, score))) == count


@pytest.mark.parametrize("score", [0.9, 0.6])
def test_a_car_with_a_known_part_stands_in_doubt_too(score: float) -> None:
    longer = candidate(0, 2, "CAR", LEARNED, score)
    assert standing(candidate(1, 2, "CAR"), longer) == [(0, 2, "CAR")]


def test_each_loser_knows_who_beat_it() -> None:
    candidates = [candidate(0, 1, "TRACK"), candidate(0, 3, "EVENT"), candidate(5, 6, "TEAM")]
    chosen, lost = resolve(candidates, False, TEXT)
    assert (chosen, lost) == ([1, 2], {0: 1})


def is_weighed_by_itself(one: Candidate) -> bool:
    """A doubtful learned car stands only where a known part or a figure does."""
    return (one.label, one.rule) != ("CAR", LEARNED)


CANDIDATES = (st.builds(
    candidate, st.integers(0, 5), st.integers(6, 8), st.sampled_from(LABELS),
    st.sampled_from(["pattern", LEARNED]), st.floats(0.05, 0.95),
) | st.builds(
    candidate, st.integers(0, 3), st.integers(4, 5), st.sampled_from(LABELS),
    st.sampled_from(["pattern", LEARNED]), st.floats(0.05, 0.95),
)).filter(is_weighed_by_itself)  # fmt: skip


@given(st.lists(CANDIDATES, max_size=7), st.booleans())
def test_no_other_set_apart_is_worth_more(candidates: list[Candidate], single: bool) -> None:
    chosen, lost = resolve(candidates, single, TEXT)
    opinion = {(c.start, c.end): c.label for c in candidates if c.rule == LEARNED}
    worths = [worth(c, single, opinion, TEXT) for c in candidates]
    best = max(
        sum(worths[i] for i in some)
        for size in range(len(candidates) + 1)
        for some in combinations(range(len(candidates)), size)
        if apart([candidates[i] for i in some])
    )
    assert apart([candidates[i] for i in chosen])
    assert sum(worths[i] for i in chosen) == pytest.approx(best)
    assert sorted([*chosen, *lost]) == list(range(len(candidates)))
    for loser, winner in lost.items():
        overlapping = [i for i in chosen if not apart([candidates[i], candidates[loser]])]
        assert winner == (overlapping[0] if overlapping else -1)


def apart(candidates: list[Candidate]) -> bool:
    """Whether no two of the candidates overlap."""
    return all(a.end <= b.start or b.end <= a.start for a, b in combinations(candidates, 2))
