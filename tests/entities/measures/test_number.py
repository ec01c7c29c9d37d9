import pytest

from polesitter.entities.measures import find_measures


def numbers(text: str) -> list[str]:
    found = [m for m in find_measures(text) if m.label == "NUMBER"]
    for mention in found:
        assert mention.value == mention.text == text[mention.start : mention.end]
    return [mention.text for mention in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the No. 93 Honda", ["93"]),
        ("in the No.08 Ford", ["08"]),
        ("in the No\u00a05 car", ["5"]),
        ("in the No. 5 team's car", ["5"]),
        ("the #37 and the #9", ["37", "9"]),
        ("#7/#8", ["7", "8"]),
        ("Nos. 6 and 7 for Ganassi", ["6", "7"]),
        ("Nos. 9, 11 and 23 dropped back", ["9", "11", "23"]),
        ("Car 12 rolled off", ["12"]),
        ("in the No.\n71 Audi, ahead of the No.  8", ["71", "8"]),
        ("the #33 starts from the rear", ["33"]),
        ("the 93 car and the 24 Chevrolet", ["93", "24"]),
        ("driving No. 888, the Commodore", ["888"]),
        ("the Audi with the number 61", ["61"]),
        ("his number-34 Oreca", ["34"]),
        ("1. (24) Ann Lee, 36.277\n2. (5) Bo Ray, 36.583", ["24", "5"]),
        ("Roe's No. 44W and the #3TC", ["44W", "3TC"]),
        ("took over the No. 38 for the sprint", ["38"]),
        ("Times: 1. 24-Ann Lee, 36.277; 2. 5W-Bo Ray, 36.583.", ["24", "5W"]),
        ("1. #24-Ann Lee\n2. #5W-Bo Ray", ["24", "5W"]),
        ("Grid: 1. (24) Ann Lee, 36.277; 2. (5) Bo Ray, 36.583.", ["24", "5"]),
    ],
)
def test_a_car_number(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "quickest in Practice No. 2",
        "It is pole No. 12 for him.",
        "That is pole number 29 for him.",
        "the number 2 qualifier",
        "That is pole number 3 for the team.",
        "the No. 1 qualifier",
        "the No. 1 starting spot",
        "the No. 2 seed",
        "the 40-car field",
        "the 40 car field",
        "a career-high No. 12 in the standings",
        "the 12 cars that ran",
    ],
)
def test_no_car_number(text: str) -> None:
    assert numbers(text) == []
