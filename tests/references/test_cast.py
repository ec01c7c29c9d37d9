import json

import pytest

from polesitter.references.cast import Cast, cast_of

from ..marked import read

REPORT = (
    "[Bryan Herta Autosport](TEAM)'s [Ann Lee](DRIVER) beat [Bo Ray](DRIVER) of "
    "[Penske](TEAM). [Lee](DRIVER) gave [BHA](TEAM) its first [pole](POSITION)."
)


def test_ids_are_given_in_order_of_appearance() -> None:
    _, mentions = read(REPORT)
    cast = cast_of(mentions)
    assert cast.driver_names == {"d0": "Ann Lee", "d1": "Bo Ray"}
    assert cast.team_names == {"t0": "Bryan Herta Autosport", "t1": "Penske"}
    assert cast.driver_of == {1: "d0", 2: "d1", 4: "d0"}
    assert cast.team_of == {0: "t0", 3: "t1", 5: "t0"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a slip of the keyboard is outnumbered, though it is longer
        ("[Team GP Elitee](TEAM), [GP Elite](TEAM), [Team GP Elite](TEAM), [Team GP Elite](TEAM)",
         {"t0": "Team GP Elite"}),
        # told once each, the longer stands
        ("[Team GP Elite](TEAM), [Team GP Elitee](TEAM)", {"t0": "Team GP Elitee"}),
        # a short form is none, however often it is told
        ("[Team GP Elite](TEAM), [Elite](TEAM), [Elite](TEAM)", {"t0": "Team GP Elite"}),
        # plurals of teams that are known
        ("the [Ferraris](TEAM), the [Haas](TEAM) and the [Foxes](TEAM)",
         {"t0": "Ferrari", "t1": "Haas", "t2": "Foxes"}),
        ("[Ferrari](TEAM), the [Ferraris](TEAM)", {"t0": "Ferrari"}),
    ],
)  # fmt: skip
def test_the_name_of_a_team(text: str, names: dict[str, str]) -> None:
    assert cast_of(read(text)[1], {"ferraris": "ferrari"}).team_names == names


def test_a_cast_comes_back_from_json() -> None:
    cast = cast_of(read(REPORT)[1])
    cast.entries["x0"] = ("08", "t1")
    cast.entries["x1"] = (None, "t0")
    assert Cast.from_dict(json.loads(json.dumps(cast.to_dict()))) == cast


ENTRIES = [
    # number and team of the entry; number and team asked for; the same car?
    ("08", None, "08", None, True),
    ("08", None, "8", None, False),
    ("08", "t0", "08", "Team Penske", True),
    ("08", "t0", "31", "Bryan Herta Autosport", False),
    (None, "t0", None, "BHA", True),
    (None, "t0", "31", "Herta", True),
    (None, "t0", None, "Team Penske", False),
    ("08", None, None, "BHA", False),
    (None, "t0", "31", None, False),
]


@pytest.mark.parametrize(("own_number", "own_team", "number", "team", "expected"), ENTRIES)
def test_a_car_told_without_a_driver(
    own_number: str | None, own_team: str | None, number: str | None, team: str | None,
    expected: bool,
) -> None:  # fmt: skip
    cast = Cast(team_names={"t0": "Bryan Herta Autosport"}, entries={"x0": (own_number, own_team)})
    assert cast.is_entry("x0", number, team) is expected
