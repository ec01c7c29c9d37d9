"""Cars told without a driver: marked sentences and the competitors they add."""

import pytest

from ...marked import names, read_all

ENTRIES = [
    # a car by its number, a team's or not
    ("The No. [31](NUMBER) was not allowed to qualify.", [("31", None)]),
    ("[VGRT](TEAM)'s No. [99](NUMBER) will start from the [rear](POSITION).", [("99", "VGRT")]),
    ("[Krohn Racing](TEAM) #[83](NUMBER) set no time.", [("83", "Krohn Racing")]),
    ("The No. [08](NUMBER) was slow.", [("08", None)]),
    # its sponsor between, or its team behind
    ("The No. [22](NUMBER) Menards [Team Penske](TEAM) [Chevrolet](CAR) was slow.",
     [("22", "Team Penske")]),
    ("The No. [99](NUMBER) [Riley](CAR) of [Stallings](TEAM) was slow.", [("99", "Stallings")]),
    ("The No. [99](NUMBER) had [Stallings](TEAM) worried.", [("99", None), (None, "Stallings")]),
    ("The No. [99](NUMBER) of [Stallings](TEAM) from [Krohn](TEAM) was slow.",
     [("99", "Stallings"), (None, "Krohn")]),
    # the driver stands beside it: no entry
    ("[VGRT](TEAM)'s No. [99](NUMBER) of [Ann Lee](DRIVER) was slow.", []),
    ("[Ann Lee](DRIVER) in the No. [99](NUMBER) [Ford](CAR) was slow.", []),
    ("[Ann Lee](DRIVER)'s No. [99](NUMBER) was slow.", []),
    ("[Penske](TEAM)'s [Ann Lee](DRIVER) was [third](POSITION).", []),
    ("[Lee](DRIVER) was quick until the tires on his No. [10](NUMBER) [Penske](TEAM) "
     "[Honda](CAR) faded.", []),
    ("She put her [Krohn Racing](TEAM) [Ford](CAR) third.", []),
    # told with its driver once, the number alone is that driver's
    ("[Ann Lee](DRIVER) drives the No. [31](NUMBER). The No. [31](NUMBER) was disqualified.", []),
    # a make alone could be anybody's
    ("The [Ford](CAR) was quick.", []),
    # a team as a competitor, unless it has a driver or speaks of people
    ("[Krohn Racing](TEAM) was [third](POSITION).", [(None, "Krohn Racing")]),
    ("[Krohn Racing](TEAM) was quick. [Ann Lee](DRIVER) was [third](POSITION) for "
     "[Krohn Racing](TEAM).", []),
    ("The [Krohn Racing](TEAM) crew had a long night.", []),
    ("[Krohn](TEAM)'s crew had a long night.", []),
    ("[Krohn](TEAM)'s [Ligier](CAR) set no time.", [(None, "Krohn")]),
    ("The [Krohn](TEAM) [Ligier](CAR) crew had a long night.", []),
    # one car told twice is one entry; the team may come later
    ("The No. [31](NUMBER) was slow. [Krohn](TEAM)'s No. [31](NUMBER) was disqualified.",
     [("31", "Krohn")]),
    ("The No. [31](NUMBER) was slow. The No. [32](NUMBER) was slower.",
     [("31", None), ("32", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "entries"), ENTRIES, ids=[row[0][:60] for row in ENTRIES])
def test_cars_without_a_driver(marked: str, entries: list[tuple[str | None, str | None]]) -> None:
    _, cast = read_all(marked)
    assert [
        (number, cast.team_names[team] if team is not None else None)
        for number, team in cast.entries.values()
    ] == entries


def test_a_number_told_beside_a_driver_is_a_head_of_the_driver() -> None:
    view, _ = read_all(
        "[Ann Lee](DRIVER) drives the No. [31](NUMBER). The No. [31](NUMBER) was disqualified."
    )
    assert names(view) == {"d0": "Ann Lee"}
    assert sorted(view.head_of) == [0, 2]
