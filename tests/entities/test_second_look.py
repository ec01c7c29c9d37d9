"""The second look: what stands behind the team in a row, and what belongs to a car's model."""

import pytest

from polesitter.entities.candidate import Candidate
from polesitter.entities.second_look import look_again
from polesitter.entities.worth import LEARNED

ROWS = [
    # a maker behind the team is the car
    ("Lee | Penske | Honda", {"Penske": LEARNED, "Honda": LEARNED}, ["TEAM", "CAR"]),
    # a team that a list knows is one wherever it stands
    ("Lee | Penske | Honda", {"Penske": LEARNED, "Honda": "team:honda"}, ["TEAM", "TEAM"]),
    # outside of rows two teams are two teams
    ("Lee , Penske , Honda", {"Penske": LEARNED, "Honda": LEARNED}, ["TEAM", "TEAM"]),
    ("Lee | Penske | 31 | Honda", {"Penske": LEARNED, "Honda": LEARNED}, ["TEAM", "TEAM"]),
]


@pytest.mark.parametrize(("row", "teams", "labels"), ROWS)
def test_the_second_team_of_a_row_is_the_car(
    row: str, teams: dict[str, str], labels: list[str]
) -> None:
    words = row.split(" ")
    tokens, standing, at = [], [], 0
    for place, word in enumerate(words):
        tokens.append((word, at))
        if word in teams:
            end = at + len(word)
            standing.append(Candidate(place, place + 1, at, end, "TEAM", teams[word], 0.9))
        at += len(word) + 1
    assert [one.label for one in look_again(tokens, standing)] == labels


@pytest.mark.parametrize(
    ("text", "car"),
    [
        ("a BMW M4 GT4 led", "BMW M4 GT4"),
        ("a Mazda 3 led", "Mazda 3"),
        ("a Porsche 1 - 2 behind", "Porsche"),
        ("a Ford 1 - 2 - 3 for Roush", "Ford"),
        ("a Ford 1 \u2013 2 for Roush", "Ford"),
    ],
)
def test_a_sweep_is_no_model_of_a_car(text: str, car: str) -> None:
    words = text.split(" ")
    tokens, at = [], 0
    for word in words:
        tokens.append((word, at))
        at += len(word) + 1
    start, end = tokens[1][1], tokens[1][1] + len(words[1])
    (found,) = look_again(tokens, [Candidate(1, 2, start, end, "CAR", "car:x", 0.9)])
    assert text[found.start_char : found.end_char] == car
