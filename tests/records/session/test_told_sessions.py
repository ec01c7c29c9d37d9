"""Which session a result is of: a report, and the name under which each place is told."""

import pytest

from polesitter.records.session.told_sessions import find_sessions, with_session_names
from polesitter.text.layout import find_passages
from polesitter.types import Evidence, Result

NAMES = [
    ("Lee has pole for race one, Ray for Race 2.", ["Race 1", "Race 2"]),
    ("Lee has pole for the Sprint and Ray for Sunday's feature race.", ["Sprint", "Feature"]),
    ("Lee starts Saturday's first race ahead. In the second race Ray does.", ["Race 1", "Race 2"]),
    ("Lee has pole for Saturday's race and Ray for Sunday's race.",
     ["Saturday race", "Sunday race"]),
    ("Duel 1 goes to Lee, Duel 2 to Ray.", ["Duel 1", "Duel 2"]),
    # one session is no two
    ("Lee has pole for Race 1. Race 1 is on Saturday.", []),
    ("Lee has pole for Sunday's race.", []),
    # numbers before days
    ("Lee has pole for Race 1 and Race 2, which is Sunday's race after Saturday's race.",
     ["Race 1", "Race 2"]),
    # other sprints and other races
    # heats make one grid
    ("Heat 1 goes to Lee and heat 2 to Ray.", []),
    ("The NASCAR Sprint Cup Series came for the second race of the season.", []),
    ("It was the first race win for Lee, and the second race in a row.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[row[0][:60] for row in NAMES])
def test_the_sessions_a_report_tells_of(text: str, names: list[str]) -> None:
    assert [naming.name for naming in find_sessions(text, find_passages(text))] == names


def result(text: str, words: str, field: str = "position") -> Result:
    at = text.index(words)
    return Result(0, evidence=(Evidence(field, at, at + len(words), words, "r", 1.0),))


PLACES = [
    # the sentence itself
    ("Lee has Race 1 pole. Ray was third for Race 2.", "third", "Race 2"),
    ("Lee has Race 1 pole. Ray was third for Race 2.", "pole", "Race 1"),
    # the sentences before it in its paragraph
    ("Lee has Race 1 pole. For Race 2 Kim did well. Ray was third.", "third", "Race 2"),
    # not those of another paragraph: the session named first
    ("Lee has the Race 1 pole.\n\nKim has that of Race 2.\n\nRay was third on the day.", "third",
     "Race 1"),
    # a look back tells of another session
    ("Lee has the feature pole. Ray, who had been second for the Sprint, was third.", "third",
     "Feature"),
    # a sentence of two does not tell
    ("Lee has Race 2 pole. Ray, winner of Race 1 and of Race 2, was third.", "third", "Race 2"),
    # the heading above
    ("It was a busy day at the track for every one of the teams in Race 1.\n\nRace 2\n\n"
     "Ray was third on the day, and Lee was not seen again.", "third", "Race 2"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), PLACES, ids=[row[0][:60] for row in PLACES])
def test_the_session_of_a_result(text: str, words: str, name: str) -> None:
    (found,) = with_session_names([result(text, words)], text, find_passages(text))
    assert found.session_name == name
    proof = found.evidence[-1]
    assert proof.field == "session_name"
    assert text[proof.start : proof.end] == proof.text


def test_a_place_tells_the_session_before_a_gap_does() -> None:
    text = "Ray was third for Race 1. In Race 2 he was 0.3 seconds off."
    gap, place = result(text, "0.3 seconds", "gap_s"), result(text, "third")
    both = Result(0, evidence=(*gap.evidence, *place.evidence))
    (found,) = with_session_names([both], text, find_passages(text))
    assert found.session_name == "Race 1"


def test_results_of_one_session_stay_as_they_are() -> None:
    text = "Ray was third for Race 1."
    made = [result(text, "third")]
    assert with_session_names(made, text, find_passages(text)) == made
