"""The second look: what stands behind the team in a row, and what belongs to a car's model."""

import re

import pytest

from polesitter.entities.candidate import Candidate
from polesitter.entities.second_look.look import look_again
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
    ("text", "labels"),
    [
        ("a McLaren-Honda led", ["TEAM", "CAR"]),
        # apart, the two are partners
        ("a McLaren - Honda led", ["TEAM"]),
        ("a McLaren, Honda led", ["TEAM", "TEAM"]),
    ],
)
def test_the_engine_behind_the_team_is_the_car(text: str, labels: list[str]) -> None:
    words = list(re.finditer(r"\w+|[-,]", text))
    tokens = [(word.group(), word.start()) for word in words]
    standing = [
        Candidate(at, at + 1, word.start(), word.end(), "TEAM", "team:x", 1.0)
        for at, word in enumerate(words)
        if word.group() in ("McLaren", "Honda")
    ]
    assert [one.label for one in look_again(tokens, standing)] == labels


@pytest.mark.parametrize("full", ["Cole Whitt", "Cole Whitt Jr", "Cole Whitt IV"])
def test_a_surname_told_in_full_elsewhere_is_the_drivers(full: str) -> None:
    words = list(re.finditer(r"\w+|[.,]", f"{full} led, Whitt said."))
    tokens = [(word.group(), word.start()) for word in words]
    count = len(full.split())
    standing = [Candidate(0, count, 0, len(full), "DRIVER", LEARNED, 0.9)]
    found = look_again(tokens, standing)
    assert [tokens[one.start][0] for one in found] == ["Cole", "Whitt"]


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


CARS = [
    # a model's letters and number across a hyphen
    ("a Cougar XR-7 led", "Cougar", "Cougar XR-7"),
    ("both Nissan NPT-90s led", "Nissan", "Nissan NPT-90s"),
    ("two Jaguar XJR-7s led", "Jaguar XJR", "Jaguar XJR-7s"),
    ("a Mazda B09/86 led", "Mazda B09", "Mazda B09/86"),
    # other models in no list
    ("a Civic Type R led", "Civic", "Civic Type R"),
    ("a Civic Type R.", "Civic", "Civic Type R"),
    ("a Camaro GT.R led", "Camaro", "Camaro GT.R"),
    ("a Camaro GT.R. It led", "Camaro", "Camaro GT.R"),
    ("a Lexus RC F. It led", "Lexus", "Lexus RC F"),
    ("a Hyundai i30 N led", "Hyundai i30", "Hyundai i30 N"),
    ("a Porsche GT3 R. GT4 cars", "Porsche GT3", "Porsche GT3 R"),
    ("a Porsche 944 Turbo led", "Porsche 944", "Porsche 944 Turbo"),
    # words that are none
    ("a Civic Type led", "Civic", "Civic"),
    ("a Ford X-7 led", "Ford", "Ford"),
    ("a Porsche 963-9 split", "Porsche 963", "Porsche 963"),
    # the chassis a hyphen joins to the make
    ("the March-Cosworth led", "Cosworth", "March-Cosworth"),
    ("the All-Porsche row", "Porsche", "Porsche"),
    ("a mid-Porsche lull", "Porsche", "Porsche"),
    ("Newman-Haas-Ford led", "Ford", "Ford"),
    ("the March - Cosworth led", "Cosworth", "Cosworth"),
]


@pytest.mark.parametrize(("text", "known", "car"), CARS)
def test_a_car_has_its_chassis_and_its_model(text: str, known: str, car: str) -> None:
    tokens, at = _tokens(text), text.index(known)
    (found,) = look_again(tokens, [_candidate(tokens, at, at + len(known), "CAR")])
    assert text[found.start_char : found.end_char] == car


def test_the_chassis_is_not_taken_from_another_mention() -> None:
    text = "the Sauber-Ferrari led"
    tokens = _tokens(text)
    standing = [_candidate(tokens, 4, 10, "TEAM"), _candidate(tokens, 11, 18, "CAR")]
    assert look_again(tokens, standing) == standing


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Herta w/ Curb", True),
        ("Coyne With Goh", True),
        ("Herta by Curb", True),
        ("Herta for Curb", False),
        ("Herta, Curb", False),
    ],
)
def test_a_team_and_its_partner_are_one(text: str, joined: bool) -> None:
    tokens = _tokens(text)
    last = len(text) - len(text.rsplit(maxsplit=1)[-1])
    standing = [
        _candidate(tokens, 0, 5, "TEAM"),
        _candidate(tokens, last, len(text), "TEAM"),
    ]
    assert len(look_again(tokens, standing)) == (1 if joined else 2)


def test_what_follows_a_team_and_its_partner_stays() -> None:
    text = "Herta w/ Curb beat Penske"
    tokens = _tokens(text)
    teams = [_candidate(tokens, *span, "TEAM") for span in ((0, 5), (9, 13), (19, 25))]
    joined = [text[one.start_char : one.end_char] for one in look_again(tokens, teams)]
    assert joined == ["Herta w/ Curb", "Penske"]


TEAMS = [
    ("the PR1/Mathis car", "PR1", "PR1/Mathis"),
    ("at Job Racing/Emory Sports now", "Job Racing", "Job Racing/Emory Sports"),
    ("the TELMEX/Ganassi car", "Ganassi", "TELMEX/Ganassi"),
    ("the Kruger-Voss car", "Kruger", "Kruger-Voss"),
    ("at NeoTech with Kessel Steel now", "NeoTech", "NeoTech with Kessel Steel"),
    ("at NeoTech with two cars", "NeoTech", "NeoTech"),
    ("at NeoTech, with Kessel", "NeoTech", "NeoTech"),
    ("at NeoTech over Kessel", "NeoTech", "NeoTech"),
    ("the Kruger-run car", "Kruger", "Kruger"),
    ("the Kruger - Voss duel", "Kruger", "Kruger"),
    ("the Kruger / Voss car", "Kruger", "Kruger"),
]


@pytest.mark.parametrize(("text", "known", "team"), TEAMS)
def test_a_team_has_its_partners(text: str, known: str, team: str) -> None:
    tokens, at = _tokens(text), text.index(known)
    (found,) = look_again(tokens, [_candidate(tokens, at, at + len(known), "TEAM")])
    assert text[found.start_char : found.end_char] == team


def test_a_driver_is_no_partner() -> None:
    text = "at Kruger with Solis"
    tokens = _tokens(text)
    standing = [_candidate(tokens, 3, 9, "TEAM"), _candidate(tokens, 15, 20, "DRIVER")]
    assert look_again(tokens, standing) == standing


SPONSORS = [(0.9, False), (0.999, True)]


@pytest.mark.parametrize(("score", "stands"), SPONSORS)
def test_a_name_between_a_number_and_a_car_is_a_team_where_certain(
    score: float, stands: bool
) -> None:
    tokens = _tokens("5 Dredge Ford")
    number, team, car = (
        _candidate(tokens, 0, 1, "NUMBER"),
        _candidate(tokens, 2, 8, "TEAM")._replace(score=score),
        _candidate(tokens, 9, 13, "CAR"),
    )
    assert (team in look_again(tokens, [number, team, car], sponsored=True)) is stands


OWNERS = [
    ("Sierra's Dalziel led", ["TEAM", "DRIVER"]),
    ("Sierra and Dalziel led", ["DRIVER", "DRIVER"]),
    ("Sierra's Dalziel led Sierra", ["DRIVER", "DRIVER", "DRIVER"]),
]


@pytest.mark.parametrize(("text", "labels"), OWNERS)
def test_who_owns_a_driver_and_is_told_once_is_a_team(text: str, labels: list[str]) -> None:
    tokens = [(one.group(), one.start()) for one in re.finditer(r"'s|\w+", text)]
    standing = [
        _candidate(tokens, one.start(), one.end(), "DRIVER")
        for one in re.finditer("Sierra|Dalziel", text)
    ]
    assert [one.label for one in look_again(tokens, standing)] == labels


def _tokens(text: str) -> list[tuple[str, int]]:
    return [(one.group(), one.start()) for one in re.finditer(r"[\w.]+|[^\w\s]", text)]


def _candidate(tokens: list[tuple[str, int]], start: int, end: int, label: str) -> Candidate:
    inside = [n for n, (_, at) in enumerate(tokens) if start <= at < end]
    return Candidate(inside[0], inside[-1] + 1, start, end, label, LEARNED, 0.9)


NAMED_AGAIN = [
    ("Ana Rubio leads and Rubio waits", ["Ana Rubio", "Rubio"]),
    # a hyphen makes it part of another name
    ("Ana Rubio leads the Lopez - Rubio entry", ["Ana Rubio"]),
    ("Ana Rubio leads the Rubio - Lopez entry", ["Ana Rubio"]),
]


@pytest.mark.parametrize(("text", "drivers"), NAMED_AGAIN)
def test_a_surname_is_marked_where_it_stands_alone(text: str, drivers: list[str]) -> None:
    tokens = [(word.group(), word.start()) for word in re.finditer(r"\S+", text)]
    known = Candidate(0, 2, 0, len("Ana Rubio"), "DRIVER", LEARNED, 0.9)
    found = look_again(tokens, [known])
    assert [text[one.start_char : one.end_char] for one in found] == drivers


@pytest.mark.parametrize(("score", "label"), [(0.6, "DRIVER"), (0.9, "TEAM")])
def test_a_team_told_surely_may_bear_the_name_of_a_driver(score: float, label: str) -> None:
    text = "Ana Rubio leads the Rubio pair"
    tokens = [(word.group(), word.start()) for word in re.finditer(r"\S+", text)]
    known = Candidate(0, 2, 0, len("Ana Rubio"), "DRIVER", LEARNED, 0.9)
    again = Candidate(4, 5, 20, 25, "TEAM", LEARNED, score)
    assert [one.label for one in look_again(tokens, [known, again])] == ["DRIVER", label]
