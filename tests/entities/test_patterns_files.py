"""The names a person edits: every line of patterns/ is well formed, in order and there once."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

PATTERNS = Path(__file__).resolve().parents[2] / "patterns"
ENTITY_FILES = sorted((PATTERNS / "entities").glob("*.jsonl"))

PREFIX_OF_LABEL = {
    "CAR": "car",
    "CLASS": "class",
    "DRIVER": "driver",
    "EVENT": "event",
    "SERIES": "series",
    "TEAM": "team",
    "TRACK": "track",
}
LABEL_OF_FILE = {
    "cars": "CAR",
    "classes": "CLASS",
    "constructors": "TEAM",
    "drivers": "DRIVER",
    "events": "EVENT",
    "series": "SERIES",
    "teams": "TEAM",
    "tracks": "TRACK",
}
ID = re.compile(r"[a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*")

Line = dict[str, str]


def read_lines(path: Path) -> list[Line]:
    """Objects of a JSONL file; a blank or broken line is an error."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def lines_of(name: str) -> list[Line]:
    return read_lines(PATTERNS / "entities" / f"{name}.jsonl")


def repeated(keys: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [key for key, count in Counter(keys).items() if count > 1]


every_entity_file = pytest.mark.parametrize(
    "path", ENTITY_FILES, ids=[path.stem for path in ENTITY_FILES]
)


@every_entity_file
def test_line_has_label_pattern_and_id(path: Path) -> None:
    needed = {"label", "pattern", "id"}
    for number, line in enumerate(read_lines(path), 1):
        assert needed <= line.keys() <= needed | {"source", "first_seen"}, f"line {number}"
        assert {type(value) for value in line.values()} == {str}, f"line {number}"
        assert all(line.values()), f"line {number}"


@every_entity_file
def test_file_holds_the_label_it_is_named_for(path: Path) -> None:
    assert {line["label"] for line in read_lines(path)} == {LABEL_OF_FILE[path.stem]}


@every_entity_file
def test_id_is_ascii_kebab_case_under_its_label(path: Path) -> None:
    bad = [
        line["id"]
        for line in read_lines(path)
        if not ID.fullmatch(line["id"])
        or line["id"].split(":")[0] != PREFIX_OF_LABEL[line["label"]]
    ]
    assert bad == []


@every_entity_file
def test_pattern_is_composed_text_without_stray_space(path: Path) -> None:
    bad = [
        line["pattern"]
        for line in read_lines(path)
        if line["pattern"] != " ".join(line["pattern"].split())
        or line["pattern"] != unicodedata.normalize("NFC", line["pattern"])
    ]
    assert bad == []


@every_entity_file
def test_file_is_sorted_by_id_then_pattern(path: Path) -> None:
    keys = [(line["id"], line["pattern"]) for line in read_lines(path)]
    assert keys == sorted(keys)


def test_no_name_stands_twice_under_one_label() -> None:
    keys = [(line["label"], line["pattern"]) for path in ENTITY_FILES for line in read_lines(path)]
    assert repeated(keys) == []


@pytest.mark.parametrize(
    ("name", "floor"),
    [("drivers", 3500), ("teams", 1500), ("constructors", 250)],
)
def test_file_names_enough_of_the_sport(name: str, floor: int) -> None:
    assert len(lines_of(name)) >= floor


def test_single_word_stands_for_few_drivers() -> None:
    """Surnames are resolved in the text; a lone word is a pattern only where it is one person."""
    single = [line["pattern"] for line in lines_of("drivers") if len(line["pattern"].split()) == 1]
    assert len(single) <= 0.02 * len(lines_of("drivers"))


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("drivers", "Alex Palou", "Álex Palou"),
        ("drivers", "Dale Earnhardt Jr.", "Dale Earnhardt Jr"),
        ("drivers", "A.J. Allmendinger", "AJ Allmendinger"),
        ("drivers", "Nico Hülkenberg", "Nico Hulkenberg"),
        ("drivers", "Pato O'Ward", "Patricio O’Ward"),
        ("teams", "Team Penske", "Penske Racing"),
        ("teams", "Joe Gibbs Racing", "JGR"),
        ("teams", "Bryan Herta Autosport", "BHA"),
        ("teams", "Rennsport One", "RS1"),
        ("teams", "Wayne Taylor Racing with Andretti", "WTR"),
        ("constructors", "Toro Rosso", "Scuderia Toro Rosso"),
    ],
)
def test_spellings_of_one_name_share_an_id(name: str, one: str, other: str) -> None:
    ids = {line["pattern"]: line["id"] for line in lines_of(name)}
    assert ids[one] == ids[other]


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("drivers", "Dale Earnhardt", "Dale Earnhardt Jr."),
        ("drivers", "Al Unser", "Al Unser Jr."),
        ("drivers", "Nelson Piquet", "Nelson Piquet Jr."),
        ("drivers", "Ricky Taylor", "Jordan Taylor"),
        ("teams", "Meyer Shank Racing", "Matt Stone Racing"),
        ("constructors", "Sauber", "BMW Sauber"),
        ("constructors", "Toro Rosso", "AlphaTauri"),
    ],
)
def test_namesakes_and_successors_keep_ids_of_their_own(name: str, one: str, other: str) -> None:
    ids = {line["pattern"]: line["id"] for line in lines_of(name)}
    assert ids[one] != ids[other]


def test_abbreviations_are_sorted_pairs_with_the_short_form_shorter() -> None:
    lines = read_lines(PATTERNS / "lexicon" / "abbreviations.jsonl")
    pairs = [(line["short"], line["long"]) for line in lines]
    assert all(line.keys() == {"short", "long"} for line in lines)
    assert pairs == sorted(set(pairs))
    assert [pair for pair in pairs if len(pair[0]) >= len(pair[1])] == []
    assert len(pairs) >= 150
