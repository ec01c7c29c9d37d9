"""Which laps and leads the next sentence takes back."""

import pytest

from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.find import find_claims
from polesitter.relations.claims.superseded import (
    TakenBack,
    is_taken_back,
    named_there_only,
    superseded,
)

from ...marked import frames, names

LAP = "[Lee](DRIVER) lapped in [1:45.166](LAPTIME)."
LEAD = "[Lee](DRIVER) was on the [pole](POSITION) early on, [Ray](DRIVER) [third](POSITION)."
TAKEN_BACK = [
    (f"{LAP} That was soon bettered by [Cox](DRIVER).", {"LAPTIME"}),
    (f"{LAP} It did not last.", {"LAPTIME"}),
    (f"{LAP} She was then toppled by [Cox](DRIVER).", {"LAPTIME"}),
    (f"{LEAD} They were then overhauled by [Cox](DRIVER).", {"POSITION"}),
    (f"{LEAD} He was beaten by [Cox](DRIVER).", {"POSITION"}),
]
STANDING = [
    f"{LAP} That was the best of the day.",
    f"{LAP} [Cox](DRIVER) was beaten by a tenth.",
    # who beats somebody else keeps the lead
    f"{LEAD} They toppled everybody else.",
    f"{LEAD} He had never been on pole, and it has not always been so that he was beaten.",
    LAP,
]


def taken_back(marked: str) -> set[str]:
    found, view = frames(marked)
    sentences = superseded(found)
    return {
        claim.label
        for claim in find_claims(view, found)
        if names(view)[claim.competitor] == "Lee" and is_taken_back(claim, sentences, set())
    }


@pytest.mark.parametrize(("marked", "labels"), TAKEN_BACK, ids=[row[0][-40:] for row in TAKEN_BACK])
def test_what_the_next_sentence_takes_back(marked: str, labels: set[str]) -> None:
    assert taken_back(marked) == labels


@pytest.mark.parametrize("marked", STANDING, ids=[row[-40:] for row in STANDING])
def test_what_stands(marked: str) -> None:
    assert taken_back(marked) == set()


def test_only_the_first_place_is_taken_back() -> None:
    found, view = frames(f"{LEAD} They were then overhauled by [Cox](DRIVER).")
    sentences = superseded(found)
    places = {
        claim.value
        for claim in find_claims(view, found)
        if claim.label in ("TOP", "POSITION") and is_taken_back(claim, sentences, set())
    }
    assert places == {"1"}


FAST = "[Lee](DRIVER) was quick, with [Ray](DRIVER) close. They were overhauled by [Cox](DRIVER)."


@pytest.mark.parametrize(
    ("marked", "there"),
    [
        (FAST, {"Lee", "Ray"}),
        (f"{FAST} [Ray](DRIVER) went again.", {"Lee"}),
        (f"[Lee](DRIVER) came first to the track. {FAST}", {"Ray"}),
        (f"{LEAD} They toppled everybody else.", set()),
    ],
)
def test_whom_nothing_else_names(marked: str, there: set[str]) -> None:
    found, view = frames(marked)
    known = named_there_only(found, view.head_of, superseded(found))
    assert {names(view)[who] for who in known} == there


@pytest.mark.parametrize(
    ("label", "value", "taken"),
    [("RANK", "1", True), ("ORDER", "1", True), ("RANK", "2", False), ("GAP", "1", False)],
)
def test_nobody_is_first_by_a_count_alone_of_whom_all_is_taken_back(
    label: str, value: str, taken: bool
) -> None:
    found, view = frames(f"{FAST} [Dee](DRIVER) watched.")
    sentences = superseded(found)
    there = named_there_only(found, view.head_of, sentences)
    ray, dee = (
        next(w for w in view.head_of.values() if names(view)[w] == n) for n in ("Ray", "Dee")
    )
    for who, wanted in ((ray, taken), (dee, False)):
        claim = Claim(label, who, 0, 0, 1, value, ())
        assert is_taken_back(claim, sentences, there) == wanted


def test_little_is_left_of_what_is_taken_back_and_all_of_the_rest() -> None:
    found, view = frames(f"{LAP} It did not last. [Ray](DRIVER) lapped in [1:46.0](LAPTIME).")
    claims = list(find_claims(view, found))
    for claim in claims:
        claim.scores = {"lap_time": 0.5}
    TakenBack(found, view.head_of).weaken(claims)
    left = {claim.sentence: claim.scores["lap_time"] for claim in claims}
    assert left[0] == pytest.approx(0.15)
    assert left[2] == 0.5
