"""What the heading of a column says of the names below it."""

import pytest

from polesitter.entities.candidate import Candidate
from polesitter.entities.columns import by_column
from polesitter.entities.worth import LEARNED


def named(text: str, names: dict[str, str], rule: str = LEARNED) -> list[Candidate]:
    """Every occurrence of the names, by start."""
    found = []
    for name, label in names.items():
        at = text.find(name)
        while at >= 0:
            found.append(Candidate(at, at + 1, at, at + len(name), label, rule, 0.9))
            at = text.find(name, at + 1)
    return sorted(found, key=lambda one: one.start_char)


def labels(text: str, names: dict[str, str], rule: str = LEARNED) -> list[str]:
    return [one.label for one in by_column(text, named(text, names, rule))]


TABLE = "Pos | Driver | Team | Car\n\n1 | Lee | Ray | Cox\n"


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        (TABLE, {"Lee": "TEAM", "Ray": "DRIVER", "Cox": "TEAM"}, ["DRIVER", "TEAM", "CAR"]),
        # What the table says of a name holds in the prose before it.
        (f"Lee won.\n\n{TABLE}", {"Lee": "TEAM"}, ["DRIVER", "DRIVER"]),
        # Rows may have bars at their ends.
        ("| Driver | Team |\n| Lee | Ray |\n", {"Lee": "TEAM", "Ray": "CAR"}, ["DRIVER", "TEAM"]),
        # Blanks, tabs or strokes part the cells as well.
        ("Pos  Driver  Team\n1  Lee  Ray\n", {"Lee": "TEAM", "Ray": "CAR"}, ["DRIVER", "TEAM"]),
        ("Pos\tDriver\tTeam\n1\tLee\tRay\n", {"Lee": "TEAM", "Ray": "CAR"}, ["DRIVER", "TEAM"]),
        ("Pos / Driver / Make\n1 / Lee / Ray\n", {"Lee": "TEAM", "Ray": "TEAM"},
         ["DRIVER", "CAR"]),
        # A part of the session is named between the rows.
        ("Driver | Team\nQ2\nLee | Ray\nQ1\nCox | Fox\n", {"Lee": "TEAM", "Fox": "DRIVER"},
         ["DRIVER", "TEAM"]),
        # Drivers share a cell.
        ("| Driver | Lap |\n| Lee / Ray | 1:02.3 |\n", {"Lee": "TEAM", "Ray": "TEAM"},
         ["DRIVER", "DRIVER"]),
        # What stands beside the cell of a driver is no driver.
        ("| Driver | Nat |\n| Lee | Ray |\n", {"Ray": "TEAM"}, ["TEAM"]),
        # In a cell that holds more than the name, its column does not say which part is what.
        ("| No | Team |\n| 1 | Ray Cox |\n", {"Cox": "CAR"}, ["CAR"]),
        # No heading, no word of what the columns hold; nor where the rows have other columns.
        ("| 1 | Lee | Ray |\n| 2 | Cox | Fox |\n", {"Lee": "TEAM"}, ["TEAM"]),
        ("| Driver | Team |\n| 1 | Lee | Ray |\n", {"Lee": "TEAM"}, ["TEAM"]),
        # A table ends with its last row.
        (f"{TABLE}\nFox | Fox | Fox | Fox\n", {"Fox": "TEAM"}, ["TEAM"] * 4),
        ("Driver | Team\nThe field:\nFox | Lee\n", {"Fox": "TEAM"}, ["TEAM"]),
    ],
)  # fmt: skip
def test_a_name_is_what_its_column_is_headed(
    text: str, names: dict[str, str], wanted: list[str]
) -> None:
    assert labels(text, names) == wanted


def test_a_name_of_a_list_stays_what_it_is_there() -> None:
    assert labels(TABLE, {"Ray": "CAR"}, "car:ray") == ["CAR"]


def test_other_labels_are_left_alone() -> None:
    assert labels("| Pos | Driver |\n| 1 | Sebring |\n", {"Sebring": "TRACK"}) == ["TRACK"]
