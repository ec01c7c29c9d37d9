"""Teams in no list, between an article or a number and the make of their car."""

import re

import pytest

from polesitter.entities.candidate import Candidate
from polesitter.entities.second_look.entrants import add_entrants

ENTRANTS = [
    ("the Derhaag Corvettes", "Corvettes", ["Derhaag"]),
    ("His Blue Ridge Corvette", "Corvette", ["Blue Ridge"]),
    ("whose A&B Corvette", "Corvette", ["A&B"]),
    # no name, or no word that leads to one
    ("the fast Corvette", "Corvette", []),
    ("the Belgian's Corvette", "Corvette", []),
    ("the 996 Corvette", "Corvette", []),
    ("his Team Corvette", "Corvette", []),
    ("behind Derhaag Corvettes", "Corvettes", []),
    ("Derhaag Corvettes", "Corvettes", []),
    ("the Alfa Bravo Coca Delta Echo Corvette", "Corvette", []),
]


@pytest.mark.parametrize(("text", "car", "teams"), ENTRANTS)
def test_a_name_before_a_make_is_a_team(text: str, car: str, teams: list[str]) -> None:
    tokens = _tokens(text)
    found = add_entrants(tokens, [_mention(tokens, text.index(car), "CAR")])
    assert [text[m.start_char : m.end_char] for m in found if m.label == "TEAM"] == teams
    assert found[-1].label == "CAR"


@pytest.mark.parametrize(("label", "is_team"), [("NUMBER", True), ("DRIVER", False)])
def test_a_number_leads_to_a_team(label: str, is_team: bool) -> None:
    tokens = _tokens("77 Starcrest Dallara")
    found = add_entrants(tokens, [_mention(tokens, 0, label), _mention(tokens, 13, "CAR")])
    assert ("TEAM" in [mention.label for mention in found]) is is_team


def _tokens(text: str) -> list[tuple[str, int]]:
    return [(one.group(), one.start()) for one in re.finditer(r"[\w.&]+|'s|[^\w\s]", text)]


def _mention(tokens: list[tuple[str, int]], start: int, label: str) -> Candidate:
    place = next(n for n, (_, at) in enumerate(tokens) if at == start)
    return Candidate(place, place + 1, start, start + len(tokens[place][0]), label, "x", 0.9)
