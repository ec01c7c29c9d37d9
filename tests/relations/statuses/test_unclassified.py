"""Statuses in whatever words: who is offered, by which words, and what is believed."""

import pytest

from polesitter.entities.linear import LinearModel
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.meanings import MEANINGS
from polesitter.relations.judge import RelationModel
from polesitter.relations.statuses.unclassified import (
    BELIEVED,
    UNCLASSIFIED,
    find_unclassified,
    likely_statuses,
)
from polesitter.relations.statuses.unclassified_signs import AFTER, BEFORE

from ...marked import frames, names, read_all

STATUSES = ("no", *MEANINGS[UNCLASSIFIED])
LEE, RAY, COX = "[Lee](DRIVER)", "[Ray](DRIVER)", "[Cox](DRIVER)"


def signs(marked: str, who: str) -> set[str]:
    """The signs of the one claim to a competitor."""
    found, view = frames(marked)
    known = names(view)
    (claim,) = [
        claim
        for claim in find_unclassified(found, view.mentions, view.head_of)
        if known[claim.competitor] == who
    ]
    return set(claim.signs)


TOLD = [
    # (report, who, signs it has, signs it has not)
    (f"Sadly {LEE} stalled.", "Lee", {"r:stalled", "l:sadly", "s:stalled", "s:sadly"},
     {"l:stalled", "r:sadly"}),
    # up to the next name, and no further
    (f"{LEE} stalled when {RAY} spun.", "Lee", {"r:stalled", "s:spun"}, {"r:spun"}),
    (f"{LEE} stalled when {RAY} spun.", "Ray", {"r:spun", "l:stalled"}, {"r:stalled"}),
    # those of one run share both sides
    (f"Sadly {LEE}, [Ford](CAR), and {RAY} stalled.", "Lee", {"r:stalled", "l:sadly", "joined:2"},
     {"r:<DRIVER>"}),
    (f"Sadly {LEE}, [Ford](CAR), and {RAY} stalled.", "Ray", {"r:stalled", "l:sadly"},
     {"l:<CAR>"}),
    (f"{LEE} before {RAY} stalled.", "Lee", {"joined:1"}, {"r:stalled"}),
    # up to a stop
    (f"It rained; {LEE} stalled; {RAY} spun.", "Lee", {"r:stalled"}, {"l:rained"}),
    (f"It rained; {LEE} was slow; he stalled.", "Lee", {"r:slow", "s:stalled"}, {"r:stalled"}),
    *[(f"It rained{stop} {LEE} was slow{stop} he stalled.", "Lee", {"r:slow", "s:stalled"},
       {"l:rained", "r:stalled"}) for stop in (";", ":", " !", " ?", " .")],
    # cues are told by what they mean and by their words, places and laps by whether there are any
    (f"{LEE} was disqualified.", "Lee",
     {"r:<disallowed>", "r:disqualified", "places:0", "timed:False"}, {"r:<STATUS>"}),
    (f"{LEE} was disqualified, {RAY} spun.", "Ray", {"l:disqualified", "s:disqualified"},
     {"r:disqualified"}),
    (f"{LEE} was [third](POSITION) at [1:45.166](LAPTIME).", "Lee", {"places:1", "timed:True"},
     set()),
    (f"{LEE} ran [201.5 mph](SPEED).", "Lee", {"timed:True"}, set()),
    (f"{LEE} was [third](POSITION).", "Lee", {"timed:False"}, set()),
    (f"{LEE} stalled, {RAY} was [third](POSITION).", "Lee", {"places:0", "heads:2"}, set()),
    (f"[Third](POSITION) came {LEE}.", "Lee", {"places:1"}, set()),
    # many are as many as more
    (f"{LEE}, {RAY}, {COX}, {LEE} and {RAY} stalled.", "Cox", {"heads:4", "joined:4"}, set()),
    (f"{LEE} was [third](POSITION), [third](POSITION), [third](POSITION).", "Lee", {"places:2"},
     set()),
    # those nearest to the name
    (f"{LEE} {'very ' * AFTER}late.", "Lee", {"r:very", "s:late"}, {"r:late"}),
    (f"Early {'very ' * BEFORE}{LEE}.", "Lee", {"l:very", "s:early"}, {"l:early"}),
    # a next sentence that names nobody goes on about those of this one
    (f"{LEE} was fast. The scales said no.", "Lee", {"n:scales", "r:fast"},
     {"n:the", "n:fast", "s:scales"}),
    (f"{LEE} was fast. {RAY} stalled.", "Lee", {"s:fast"}, {"n:stalled"}),
    (f"{LEE} was fast.\n\nThe scales said no.", "Lee", {"s:fast"}, {"n:scales"}),
    # two words that stand side by side, cues by what they mean, whatever they tell alone
    (f"He shares with {LEE}; {RAY} was disqualified.", "Lee",
     {"p:shares with", "p:with <DRIVER>", "p:was <disallowed>", "p:; <DRIVER>"},
     {"p:he with", "p:shares <DRIVER>", "p:was <STATUS>"}),
    # words that tell nothing are no signs
    (f"{LEE} stalled in the pits.", "Lee", {"r:pits"}, {"r:the", "s:the", "r:."}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "who", "has", "lacks"), TOLD)
def test_the_words_around_a_name_are_signs(
    marked: str, who: str, has: set[str], lacks: set[str]
) -> None:
    told = signs(marked, who)
    assert has <= told
    assert not lacks & told


def test_a_competitor_is_offered_once_a_sentence() -> None:
    found, view = frames(f"{LEE} stalled, and {LEE} was angry. {LEE} left. It rained.")
    claims = list(find_unclassified(found, view.mentions, view.head_of))
    assert [(claim.sentence, claim.head) for claim in claims] == [(0, 0), (1, 2)]


RUNS = [
    # (what stands between two names, whether they are named in one go)
    *[(f" {joint} ", True) for joint in (",", "and", "&", "or", "nor", "plus", "-", "/", ", and")],
    (" 's [Penske](TEAM) #[31](NUMBER), or ", True),
    *[(f" {word} ", False) for word in ("then", "but", "beat", ", while", ", and not")],
]


@pytest.mark.parametrize(("between", "together"), RUNS)
def test_names_in_one_go_are_told_alike(between: str, together: bool) -> None:
    marked = f"{LEE}{between}{RAY} stalled."
    assert ("r:stalled" in signs(marked, "Lee")) is together
    assert ("joined:2" in signs(marked, "Ray")) is together


def test_where_in_the_report_a_name_stands_is_a_sign() -> None:
    stalled = f"{LEE} stalled on the way out of the pits this morning."
    assert {"part:-", "where:lead"} <= signs(stalled, "Lee")
    headed = f"Rain\n\nIt rained all day long, and nobody ran.\n\nPractice\n\n{stalled}"
    found = signs(headed, "Lee")
    assert {"part:practice", "where:body"} <= found
    # What all of the report is about tells nothing of one name.
    assert "lead practice" not in found


STALLED = LinearModel(
    STATUSES,
    {"": (*(-6.0,) * 4, -30.0), "r:stalled": (9.0, *(0.0,) * 4), "r:won": (*(0.0,) * 4, 39)},
)


def believed(marked: str, model: RelationModel) -> list[tuple[str, object, float]]:
    view, _ = read_all(marked)
    known = names(view)
    return [
        (known[claim.competitor], claim.value, round(claim.scores["status"], 2))
        for claim in model.judge(view).claims
        if claim.label == UNCLASSIFIED
    ]


def test_a_status_is_claimed_by_what_the_words_weigh() -> None:
    model = RelationModel({UNCLASSIFIED: STALLED})
    marked = f"{LEE} stalled on the way out. {RAY} was [third](POSITION)."
    assert believed(marked, model) == [("Lee", "no_time", 0.95)]


def test_the_names_of_a_competitor_share_one_status() -> None:
    model = RelationModel({UNCLASSIFIED: STALLED})
    twice = believed(f"{LEE} stalled. {RAY} stalled. {LEE} stalled again.", model)
    assert twice == [("Lee", "no_time", 0.49), ("Ray", "no_time", 0.95), ("Lee", "no_time", 0.49)]


def test_who_is_classified_has_no_other_status_and_none_is_claimed() -> None:
    model = RelationModel({UNCLASSIFIED: STALLED})
    assert believed(f"{LEE} won.", model) == []
    assert believed(f"{LEE} stalled. {LEE} won.", model) == []


def test_a_model_that_learned_no_statuses_claims_none() -> None:
    assert believed(f"{LEE} stalled.", RelationModel({})) == []


def judged(*chances: float) -> list[Claim]:
    return [
        Claim(UNCLASSIFIED, "d0", n, n, n, None, [], {"dnq": chance, "no_time": 0.01})
        for n, chance in enumerate(chances)
    ]


LIKELY = [
    ((BELIEVED - 0.01,), []),
    ((BELIEVED,), [0]),
    ((BELIEVED / 2, BELIEVED / 2), [0, 1]),  # several names together
    ((0.9, 0.05), [0]),  # where one of them says nearly all
]


@pytest.mark.parametrize(("chances", "heads"), LIKELY)
def test_all_names_together_must_make_a_status_likely(
    chances: tuple[float, ...], heads: list[int]
) -> None:
    found = [(claim.head, status) for claim, status, _ in likely_statuses(judged(*chances))]
    assert found == [(head, "dnq") for head in heads]
