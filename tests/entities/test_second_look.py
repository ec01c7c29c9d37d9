"""The second look at rows of tables: what stands behind the team is the car."""

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
