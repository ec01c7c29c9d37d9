"""Which team mentions are one entrant."""

import pytest

from polesitter.references.teams import is_initials, resolve_teams, same_team
from polesitter.types import Mention

SHORT_FORMS = [
    ("Bryan Herta Autosport", "BHA"),
    ("Bryan Herta Autosport with Curb-Agajanian", "Bryan Herta Autosport"),
    ("Kyle Busch Motorsports", "KBM"),
    ("Action eXpress Racing", "AXR"),
    ("JTR Motorsports Engineering", "JTR"),
    ("Target Chip Ganassi Racing", "Ganassi"),
    ("Target Chip Ganassi Racing", "Chip Ganassi"),
    ("Stevenson Motorsports", "Stevenson"),
    ("Team Penske", "Penske"),
    ("Red Bull", "Red Bull"),
    ("Van der Steur Racing", "Van der Steur"),
    ("TeamTGM", "Team TGM"),
    ("Motorsports In Action", "Motorsport In Action"),
    ("Winward Racing", "Windward Racing"),
    ("Acura Team Penske", "Team Penske"),
    ("Area Motorsport with FastR", "Area Motorsport"),
    ("Delta-One Autosport", "Delta-One"),
]

OTHERS = [
    ("Andretti-Steinbrenner Racing", "Andretti Autosport"),
    ("Bryan Herta Autosport", "Kyle Busch Motorsports"),
    ("Team Penske", "Team"),
    ("Chip Ganassi Racing", "Racing"),
    ("Team 31", "Team 13"),
    ("Jackie Chan DC Racing 37", "Jackie Chan DC Racing 38"),
    ("Forsythe Racing", "Newman Racing"),
    ("KBM", "KRM"),
    # what they share is what teams are called
    ("JR Motorsports", "JD Motorsports"),
    ("Drayson Racing", "Dyson Racing"),
    # both names are whole
    ("Oryx Dyson Racing", "Dyson Racing"),
    ("SSR Huber Racing", "Huber Racing"),
    ("Andretti Herta Autosport", "Andretti Autosport"),
    ("Porsche Team Manthey", "Porsche Team"),
]

INITIALS = [
    ("bha", "Bryan Herta Autosport", True),
    ("bha", "Bryan Herta Autosport with Curb-Agajanian", True),
    ("mia", "Motorsports In Action", True),
    ("cpr", "CarBahn with Peregrine Racing", True),
    ("axr", "AXR Racing", False),
    ("tgm", "TeamGalaxy Motors", True),
    ("b", "Bryan", False),
    ("rb", "Red Bull", False),
    ("bhx", "Bryan Herta Autosport", False),
]

GROUPS = [
    ("BHA | Bryan Herta Autosport | Team Penske | Penske",
     ["BHA, Bryan Herta Autosport", "Team Penske, Penske"]),
    # sister cars share the entrant, sister teams do not
    ("Rahal 15 | Rahal 30", ["Rahal 15", "Rahal 30"]),
    # a short form of two goes to the one named nearest
    ("Riley Motorsports | Riley | Riley Technologies",
     ["Riley Motorsports, Riley", "Riley Technologies"]),
]  # fmt: skip


@pytest.mark.parametrize(("long", "short"), SHORT_FORMS)
def test_ways_to_write_a_team(long: str, short: str) -> None:
    assert same_team(long, short, {})


@pytest.mark.parametrize(("long", "short"), OTHERS)
def test_another_team(long: str, short: str) -> None:
    assert not same_team(long, short, {})


@pytest.mark.parametrize(("short", "long", "expected"), INITIALS)
def test_initials(short: str, long: str, expected: bool) -> None:
    assert is_initials(short, long) is expected


def test_an_abbreviation_of_the_lexicon() -> None:
    known = {"jotas": "hertz team jota"}
    assert same_team("Hertz Team Jota", "Jotas", known)
    assert not same_team("Hertz Team Penske", "Jotas", known)


def teams(notation: str) -> list[Mention]:
    """Team mentions from "BHA | Team Penske"."""
    return [Mention(n, n + 1, name, "TEAM") for n, name in enumerate(notation.split(" | "))]


@pytest.mark.parametrize(("notation", "groups"), GROUPS)
def test_mentions_of_one_entrant(notation: str, groups: list[str]) -> None:
    mentions = teams(notation)
    entrants = resolve_teams(mentions)
    assert [", ".join(mentions[i].text for i in e.mentions) for e in entrants] == groups


def test_the_first_form_is_the_longest() -> None:
    (entrant,) = resolve_teams(teams("BHA | Bryan Herta Autosport | Herta"))
    assert entrant.forms[0] == "Bryan Herta Autosport"


def test_only_teams_are_grouped() -> None:
    mentions = [Mention(0, 7, "Ferrari", "CAR"), Mention(9, 16, "Ferrari", "TEAM")]
    assert [entrant.mentions for entrant in resolve_teams(mentions)] == [[1]]
