"""Places weighed by all that is told of them."""

from math import prod

import pytest

from polesitter.entities.linear import LinearModel
from polesitter.relations.all_told.places import find_places, weigh_places
from polesitter.relations.claims.claim import Claim
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.judge import RelationModel
from polesitter.relations.judged import Judged
from polesitter.relations.signs.family import names_of
from polesitter.relations.signs.weigher import Weigher

from ...marked import frames

LIST = "[Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER)."


def told(
    who: int, place: int, chance: float, *, grid: float = 0.0, sentence: int = 0,
    label: str = "POSITION",
) -> Claim:  # fmt: skip
    scores = {"position": chance, "grid": grid}
    return Claim(label, f"d{who}", who, 9, sentence, str(place), [], scores)


def signs(*claims: Claim, classes: tuple[str, ...] = ()) -> dict[tuple[str, int], set[str]]:
    """What speaks for each place; `classes`: of the first competitors, in order."""
    found, view = frames(LIST)
    under = [ContextClaim(f"d{n}", name, n, 9, 0, (), 0.9) for n, name in enumerate(classes)]
    judged = Judged(found, list(claims), classes=under)
    return {
        (one.competitor, one.place): set(names_of(one.parts))
        for one in find_places(judged, view.head_of)
    }


def weighed(weights: dict[str, tuple[float, ...]], *claims: Claim) -> list[float]:
    """The claims' chances as ranks once they are weighed."""
    found, view = frames(LIST)
    weigher = Weigher(LinearModel(("no", "position"), weights))
    weigh_places(Judged(found, list(claims)), view.head_of, weigher)
    return [claim.scores["position"] for claim in claims]


def test_claims_are_together_as_probable_as_the_place() -> None:
    chances = weighed({"": (0.0,)}, told(0, 3, 0.9), told(0, 3, 0.6, sentence=1))
    assert 1.0 - prod(1.0 - chance for chance in chances) == pytest.approx(0.5)
    assert chances[0] > chances[1]


def test_of_the_claims_of_one_sentence_the_strongest_counts() -> None:
    chances = weighed({"": (0.0,)}, told(0, 3, 0.9), told(0, 3, 0.6))
    assert max(chances) == pytest.approx(0.5)


def test_a_start_keeps_its_chance() -> None:
    claim = told(0, 3, 0.5, grid=0.4)
    weighed({"": (-3.0,)}, claim)
    assert claim.scores["grid"] == 0.4
    assert claim.scores["position"] < 0.1


def test_what_is_hardly_told_is_left_alone() -> None:
    assert weighed({"": (9.0,)}, told(0, 3, 0.01)) == [0.01]


def test_who_else_may_have_the_place() -> None:
    alone = signs(told(0, 3, 0.9))["d0", 3]
    beside = signs(told(0, 3, 0.9), told(1, 3, 0.8))["d0", 3]
    assert "rival:0" in alone
    assert "rival:6" in beside


def test_places_of_another_class_are_no_rivals() -> None:
    claims = told(0, 3, 0.9), told(1, 3, 0.8)
    assert "rival:6" in signs(*claims, classes=("GS", "GS"))["d0", 3]
    assert "rival:0" in signs(*claims, classes=("GS", "TCR"))["d0", 3]


def test_another_place_of_the_same_competitor() -> None:
    found = signs(told(0, 3, 0.9), told(0, 12, 0.8))
    assert "other:6" in found["d0", 3]
    assert "other:3 1" in found["d0", 3]
    assert "other:4 -1" in found["d0", 12]


def test_those_named_before_and_after() -> None:
    found = signs(told(0, 3, 0.9), told(1, 4, 0.5), told(2, 5, 0.9))
    assert "before:4 after:4" in found["d1", 4]
    assert "before:-1 after:2" in found["d0", 3]
    turned = signs(told(0, 5, 0.9), told(1, 4, 0.5), told(2, 3, 0.9))
    assert "before:0 after:0" in turned["d1", 4]
    assert "back before:4 after:4" in turned["d1", 4]


def test_places_next_to_it_whoever_has_them() -> None:
    found = signs(told(0, 3, 0.9), told(2, 4, 0.9), told(1, 5, 0.5))
    assert "ahead:4 behind:0" in found["d1", 5]
    assert "ahead:0 behind:4" in found["d0", 3]


def test_there_is_nothing_ahead_of_the_pole() -> None:
    assert "ahead:-1 behind:0" in signs(told(0, 1, 0.9))["d0", 1]


def test_counted_and_stated_places_are_told_apart() -> None:
    stated, counted = signs(told(0, 3, 0.9)), signs(told(0, 3, 0.9, label="RANK"))
    assert "stated:4 counted:0 n:1" in stated["d0", 3]
    assert "stated:0 counted:4 n:1" in counted["d0", 3]


def test_a_gap_speaks_against_the_pole() -> None:
    gap = Claim("GAP", "d0", 0, 8, 0, 0.5, [], {"gap": 0.9})
    assert "gap:4 p:1" in signs(told(0, 1, 0.9), gap)["d0", 1]
    assert "gap:0 p:1" in signs(told(0, 1, 0.9))["d0", 1]


def test_places_are_weighed_when_all_claims_are_judged() -> None:
    _, view = frames("[Lee](DRIVER) was [third](POSITION).")
    models = {"POSITION": LinearModel(("no", "position", "grid"), {"": (3.0, -5.0)})}
    (claim,) = RelationModel(models).judge(view).claims
    assert claim.scores["position"] > 0.9
    models["PLACES"] = LinearModel(("no", "position"), {"": (-5.0,)})
    (claim,) = RelationModel(models).judge(view).claims
    assert claim.scores["position"] < 0.1


def test_the_likeliest_other_start_need_not_be_the_likeliest_other_rank() -> None:
    own = told(0, 4, 0.9, grid=0.1)
    rank, start = told(0, 2, 0.5, grid=0.1), told(0, 7, 0.1, grid=0.9)
    found = signs(own, rank, start)["d0", 4]
    assert {"other:2 -1"} <= found
    assert "4/1 other grid:4 1" in found
