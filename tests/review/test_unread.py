import json
from pathlib import Path

import pytest

from polesitter.review.pattern_places import PatternPlaces
from polesitter.review.sentences import Sentence
from polesitter.review.unread import UnreadWords
from polesitter.types import Mention


@pytest.fixture
def places(tmp_path: Path) -> PatternPlaces:
    """A team on the second line of its file."""
    (tmp_path / "entities").mkdir()
    lines = [
        {"label": "CAR", "pattern": "Red Kites", "id": "car:red-kites"},
        {"label": "TEAM", "pattern": "Meridian Racing", "id": "team:meridian"},
    ]
    text = "\n".join(json.dumps(line) for line in lines)
    (tmp_path / "entities" / "teams.jsonl").write_text(text, encoding="utf-8")
    return PatternPlaces(tmp_path)


def unread(places: PatternPlaces, words: str, label: str, *mentions: Mention) -> list[str]:
    found = UnreadWords(mentions, places, list)
    return [one.text for one in found.find([Sentence(10, 10 + len(words), words)], label)]


@pytest.mark.parametrize(
    ("words", "label", "found"),
    [
        ("Ann drove for Meridian Racng today.", "TEAM", ["Meridian Racng"]),
        ("Afterwards nothing.", "TEAM", []),  # a sentence opens with a capital
        ("She lapped in 1:2x.5, car #7.", "LAPTIME", ["1:2x.5", "#7"]),
        ("She lapped in 1:2x.5.", "SEGMENT", []),
    ],
)
def test_what_looks_like_a_value(
    places: PatternPlaces, words: str, label: str, found: list[str]
) -> None:
    assert unread(places, words, label) == found


def test_what_a_mention_covers_is_read(places: PatternPlaces) -> None:
    covered = Mention(24, 38, "Meridian Racng", "TEAM")
    assert unread(places, "Ann drove for Meridian Racng.", "TEAM", covered) == []


def test_the_nearest_pattern_is_told_with_its_line(places: PatternPlaces) -> None:
    words = "Ann drove for Red Kites and Meridian Racng."
    first, second = UnreadWords((), places).find([Sentence(0, len(words), words)], "TEAM")
    assert str(first.nearest) == "patterns/entities/teams.jsonl:2"
    assert (first.start, first.end) == (28, 42)
    assert "nearest pattern: 'Meridian Racing', patterns/entities/teams.jsonl:2" in str(first)
    assert second.nearest is None  # it is a car's pattern


def test_tokens_are_told_where_they_differ_from_words() -> None:
    words = "Ann lapped in 1:2x."
    (one,) = UnreadWords((), PatternPlaces(None), list).find([Sentence(0, 19, words)], "LAPTIME")
    assert str(one) == "'1:2x' (tokens 1 | : | 2 | x)"
