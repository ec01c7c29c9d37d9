"""Names that the other mentions of a report show to be some."""

import pytest

from polesitter.entities.candidate import Candidate
from polesitter.entities.second_look.named_again import add_known_names

TOLD = [
    ("Lee of Harbor Line Racing won as Harbor had led", (2, 5), ["Harbor Line Racing", "Harbor"]),
    ("Lee of Turn 3 Motorsport spun in Turn 9", (2, 5), ["Turn 3 Motorsport"]),
    ("Lee of Red Point Racing wore Red boots", (2, 5), ["Red Point Racing"]),
]


@pytest.mark.parametrize(("text", "team", "names"), TOLD)
def test_short_forms_of_a_team(text: str, team: tuple[int, int], names: list[str]) -> None:
    words = text.split()
    starts = [len(" ".join([*words[:at], ""])) for at in range(len(words))]
    end = starts[team[1] - 1] + len(words[team[1] - 1])
    told = Candidate(team[0], team[1], starts[team[0]], end, "TEAM", "learned.names", 0.9)
    tokens = list(zip(words, starts, strict=True))
    found = add_known_names(tokens, [told])
    assert [text[one.start_char : one.end_char] for one in found] == names
