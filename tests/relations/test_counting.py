"""Places counted along steps whose weights are known."""

from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.linear import LinearModel
from polesitter.relations.claims import Claim
from polesitter.relations.counting import FAINT, KNOWN, count_on
from polesitter.relations.steps import find_steps
from polesitter.relations.weigher import Weigher

from ..marked import frames, names

NEXT = LinearModel(
    ("no", "behind", "ahead"),
    {"": (-9.0, -9.0), "on in1 in:then": (12.0, 0.0), "on in1 in:behind": (0.0, 12.0),
     "back in1 in:behind": (12.0, 0.0), "on in1 in:and": (9.0, 0.0)},
)  # fmt: skip
"""Knows "then" and "behind", and is of two minds about "and"."""


def counted(marked: str, stated: dict[str, tuple[int, float]]) -> dict[tuple[str, str], float]:
    """(Competitor, place) -> probability; `stated`: name -> place and its probability."""
    found, view = frames(marked)
    ids = {name: who for who, name in names(view).items()}
    claims = [
        Claim("POSITION", ids[name], 0, 99, 0, str(place), [], {"position": chance})
        for name, (place, chance) in stated.items()
    ]
    chances: dict[tuple[str, str], float] = {}
    for claim in count_on(claims, find_steps(found, view.head_of), Weigher(NEXT)):
        key = names(view)[claim.competitor], str(claim.value)
        chances[key] = max(chances.get(key, 0.0), claim.scores["position"])
    return chances


LIST = "[Lee](DRIVER), then [Ray](DRIVER), then [Cox](DRIVER), then [Kim](DRIVER)."


def test_a_list_is_counted_to_its_end() -> None:
    likely = {key for key, chance in counted(LIST, {"Lee": (3, 1.0)}).items() if chance > 0.5}
    assert likely == {("Ray", "4"), ("Cox", "5"), ("Kim", "6")}


def test_places_are_counted_forwards_of_who_is_told_to_be_behind() -> None:
    marked = "[Lee](DRIVER) is right behind [Ray](DRIVER)."
    assert max(counted(marked, {"Lee": (3, 1.0)}), key=counted(marked, {"Lee": (3, 1.0)}).get) == (
        "Ray", "2",
    )  # fmt: skip
    assert ("Lee", "4") in counted(marked, {"Ray": (3, 1.0)})


def test_nobody_is_ahead_of_the_pole() -> None:
    assert counted("[Lee](DRIVER) is right behind [Ray](DRIVER).", {"Lee": (1, 1.0)}) == {}


def test_nothing_is_counted_from_an_unlikely_place() -> None:
    assert counted(LIST, {"Lee": (3, 0.2)}) == {}


def test_a_count_is_as_probable_as_its_steps_together() -> None:
    sure = counted(LIST, {"Lee": (3, 1.0)})
    half = counted(LIST, {"Lee": (3, 0.5)})
    assert sure["Cox", "5"] < sure["Ray", "4"] <= 1.0
    assert abs(half["Ray", "4"] - sure["Ray", "4"] / 2) < 1e-9


def test_who_has_a_surer_place_of_his_own_counts_on_from_it() -> None:
    likely = counted(LIST, {"Lee": (3, 0.6), "Ray": (7, 0.9)})
    assert likely["Cox", "8"] > likely.get(("Cox", "5"), 0.0)


def test_what_is_stated_adds_to_what_is_counted() -> None:
    marked = "[Lee](DRIVER) and [Ray](DRIVER), then [Cox](DRIVER)."
    alone = counted(marked, {"Lee": (3, 0.6)})
    helped = counted(marked, {"Lee": (3, 0.6), "Ray": (4, 0.3)})
    assert helped["Cox", "5"] > alone.get(("Cox", "5"), 0.0)


def test_a_step_told_far_from_the_place_is_not_taken() -> None:
    here = "[Lee](DRIVER) led early on, then [Ray](DRIVER)."
    near, far = " It was cold." * 2, " It was cold." * 3
    for between, taken in ((near, True), (far, False)):
        marked = f"[Lee](DRIVER) was [20th](POSITION).{between} {here}"
        assert (("Ray", "21") in counted(marked, {"Lee": (20, 1.0)})) is taken


@given(st.floats(0.35, 1.0), st.integers(1, 40))
def test_counted_places_are_probabilities_of_places(chance: float, place: int) -> None:
    for (_, value), found in counted(LIST, {"Lee": (place, chance)}).items():
        assert FAINT <= found <= chance
        assert int(value) >= 1


def test_a_count_goes_on_from_the_words_that_state_the_place() -> None:
    found, view = frames(LIST)
    ids = {name: who for who, name in names(view).items()}
    claims = [
        Claim("POSITION", ids[name], 0, mention, 0, place, [], {"position": chance})
        for name, mention, place, chance in (("Lee", 98, "3", 0.9), ("Ray", 99, "4", 0.5))
    ]
    counted_on = count_on(claims, find_steps(found, view.head_of), Weigher(NEXT))
    proofs = {claim.mention for claim in counted_on if claim.competitor == ids["Cox"]}
    assert 99 in proofs


def test_none_is_counted_for_whose_place_is_told() -> None:
    told = {"Lee": (3, 1.0), "Ray": (7, KNOWN)}
    assert ("Ray", "4") not in counted(LIST, told)
    assert ("Ray", "4") in counted(LIST, {**told, "Ray": (7, KNOWN - 0.01)})


def test_what_is_told_is_counted_on_from() -> None:
    assert ("Cox", "8") in counted(LIST, {"Lee": (3, 1.0), "Ray": (7, KNOWN)})


def test_only_the_likeliest_place_of_a_competitor_is_counted_on_from() -> None:
    found, view = frames("[Lee](DRIVER) and [Ray](DRIVER).")
    ids = {name: who for who, name in names(view).items()}
    claims = [
        Claim("POSITION", ids["Lee"], 0, 99, 0, place, [], {"position": chance})
        for place, chance in (("7", 0.45), ("3", 0.5))
    ]
    counted_on = count_on(claims, find_steps(found, view.head_of), Weigher(NEXT))
    assert [claim.value for claim in counted_on] == ["4"]


def test_nothing_is_counted_back_to_where_the_count_came_from() -> None:
    found = counted("[Lee](DRIVER) is right behind [Ray](DRIVER).", {"Ray": (3, 0.6)})
    assert {name for name, _ in found} == {"Lee"}
