"""Of whom in other sentences a team or car may be told, and what each pair tells."""

import pytest

from polesitter.relations.claims.afar import MOST, REACH

from .told_afar import told_afar

PAIRED = [
    # a team of several, who are named in the next sentence
    ("[Sahlen](TEAM) parked both. [Lee](DRIVER) had [third](POSITION), [Ray](DRIVER) sixth.",
     {("Lee", "Sahlen"), ("Ray", "Sahlen")}),
    # although the team's sentence has a head of its own
    ("[Lee](DRIVER) led the [Ford](CAR) trio. [Ray](DRIVER) and [Cox](DRIVER) came next.",
     {("Ray", "Ford"), ("Cox", "Ford")}),
    # and those named before
    ("[Lee](DRIVER) and [Ray](DRIVER) were quick. [Cox](DRIVER) split the [BMWs](CAR).",
     {("Lee", "BMWs"), ("Ray", "BMWs")}),
    # who has a team beside the name is given none from afar
    ("Two [Sahlen](TEAM) cars came. [Lee](DRIVER) ([Ganassi](TEAM)) led [Ray](DRIVER).",
     {("Ray", "Sahlen")}),
    ("Two [Sahlen](TEAM) cars came. The [Ganassi](TEAM) [Ford](CAR) of [Lee](DRIVER) won.", set()),
    # words between leave it open
    ("Two [Sahlen](TEAM) cars came. [Lee](DRIVER) won again for [Ganassi](TEAM).",
     {("Lee", "Sahlen")}),
    # a car number is one driver's
    ("The [7](NUMBER) and the [8](NUMBER) came. [Lee](DRIVER) led.", set()),
    # no row tells of another
    ("1. [Lee](DRIVER), [Ford](CAR)\n2. [Ray](DRIVER)\n3. [Cox](DRIVER), [Kia](CAR)", set()),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "pairs"), PAIRED, ids=[row[0][:60] for row in PAIRED])
def test_of_whom_a_team_or_car_may_be_told(marked: str, pairs: set[tuple[str, str]]) -> None:
    assert {(who, words) for who, words, _ in told_afar(marked)} == pairs


@pytest.mark.parametrize(("between", "expected"), [(REACH - 1, True), (REACH, False)])
def test_how_far_on_heads_are_looked_for(between: int, expected: bool) -> None:
    filler = "Nothing happened then. " * between
    assert bool(told_afar(f"[Sahlen](TEAM) came. {filler}[Lee](DRIVER) won.")) is expected


def test_only_the_nearest_sentence_with_heads_is_looked_at() -> None:
    found = told_afar("[Sahlen](TEAM) came. [Lee](DRIVER) won. [Ray](DRIVER) lost.")
    assert [who for who, _, _ in found] == ["Lee"]


def test_how_many_heads_of_a_sentence_are_looked_at() -> None:
    drivers = ("Ash", "Bo", "Cox", "Day", "Eve", "Fox")
    listed = " and ".join(f"[{name}](DRIVER)" for name in drivers)
    onward = told_afar(f"[Sahlen](TEAM) came. {listed} ran.")
    back = told_afar(f"{listed} ran. [Lee](DRIVER) kept the [Sahlen](TEAM) men behind.")
    assert [who for who, _, _ in onward] == list(drivers[:MOST])
    # the first and the last of a sentence before are paired with any value
    assert {who for who, _, _ in back} == set(drivers[-MOST:])


TOLD = [
    ("[Sahlen](TEAM) came. [Lee](DRIVER) won.", "far on", "far back"),
    ("[Lee](DRIVER) won. [Ray](DRIVER) beat [Sahlen](TEAM).", "far back", "far on"),
    # a value that touches a name of its own is told of others only with a word for them
    ("[Ray](DRIVER) of [Sahlen](TEAM) won. His teammate [Lee](DRIVER) lost.",
     "far onTrue hc:<MATE>", "far onFalse hc:<MATE>"),
    ("The [Sahlen](TEAM) pair came. [Lee](DRIVER) lost.", "far onFalse vc:pair", "far on own:l"),
    # a value of its own sentence may be meant instead
    ("[Sahlen](TEAM) came. Not so [Ganassi](TEAM), as [Lee](DRIVER) lost.", "far on own:l",
     "far on own:-"),
    ("[Sahlen](TEAM) came.\n\n[Lee](DRIVER) lost all that day for the second time.", "far on p:1",
     "far on p:0"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "sign", "other"), TOLD, ids=[row[1] for row in TOLD])
def test_what_a_pair_tells(marked: str, sign: str, other: str) -> None:
    signs = [c.signs for who, words, c in told_afar(marked) if (who, words) == ("Lee", "Sahlen")]
    assert len(signs) == 1
    assert sign in signs[0]
    assert other not in signs[0]
