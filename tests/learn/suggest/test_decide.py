"""What is accepted or added is one line in its place; what is unfit is refused unwritten."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.errors import PolesitterError
from polesitter.learn.suggest.admit import add_name, add_wording
from polesitter.learn.suggest.decide import accept, reject, rejected, respelled
from polesitter.learn.suggest.pattern_files import put
from polesitter.learn.suggest.sample_sentence import Encode
from polesitter.learn.suggest.suggestion import Suggestion

from .conftest import DRIVERS, TEAMS, jsonl

NAME = Suggestion(
    id="team:quillmark",
    kind="name",
    file="entities/teams.jsonl",
    entry={"label": "TEAM", "pattern": "Quillmark", "id": "team:quillmark", "source": "hand",
           "first_seen": "2025-04-12"},
    gain=1.0,
    count=2,
    reports=1,
    examples=(),
)  # fmt: skip
WORDING = {
    "id": "qualified.shall",
    "relation": "qualified",
    "pattern": "{driver} shall <start> {position}",
    "example": "Scott Dixon shall start third.",
    "source": "hand",
}


def contents(patterns: Path) -> dict[str, list[str]]:
    files = sorted(path for path in patterns.rglob("*") if path.is_file())
    return {
        path.relative_to(patterns).as_posix(): path.read_text(encoding="utf-8").splitlines()
        for path in files
    }


def changed(before: dict[str, list[str]], after: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [
        (file, line)
        for file, lines in after.items()
        for line in lines
        if line not in before.get(file, [])
    ]


def test_accepting_writes_exactly_one_line_in_its_place(patterns: Path, encode: Encode) -> None:
    before = contents(patterns)
    added = accept(patterns, NAME, encode)
    after = contents(patterns)
    [(file, line)] = changed(before, after)
    assert (file, json.loads(line)) == ("entities/teams.jsonl", dict(NAME.entry))
    assert after[file][added.line - 1] == line
    assert [json.loads(one)["id"] for one in after[file]] == [
        "team:calder", "team:quillmark", "team:zephyr",
    ]  # fmt: skip
    assert [one for one in after[file] if one != line] == before[file]


def test_a_name_can_be_taken_for_another_name_of_a_known_team(
    patterns: Path, encode: Encode
) -> None:
    added = accept(patterns, NAME, encode, as_id="team:calder")
    assert added.entry["id"] == "team:calder"
    assert added.line == 2


def test_a_mended_name_has_an_id_of_its_own() -> None:
    mended = respelled(NAME, "Quill & Mark")
    assert mended.id == "team:quill-mark"
    assert mended.entry["pattern"] == "Quill & Mark"


def test_what_is_rejected_is_kept_in_a_file_of_its_own(patterns: Path) -> None:
    before = contents(patterns)
    reject(patterns, NAME)
    assert rejected(patterns) == {"team:quillmark"}
    assert [file for file, _ in changed(before, contents(patterns))] == ["rejected.jsonl"]


@pytest.mark.parametrize(
    ("label", "text", "own_id", "code"),
    [
        ("DRIVER", "Dixon", "driver:dixon", "E670"),
        ("TEAM", "Calder  Hill", "team:calder-hill", "E670"),
        ("TEAM", "race", "team:race", "E670"),
        ("TEAM", "93", "team:93", "E670"),
        ("TEAM", "Calder Racing", "team:calder", "E672"),
        ("TEAM", "CALDER Racing", "team:another", "E672"),
        ("TEAM", "Calder", "driver:calder", "E679"),
    ],
)
def test_names_that_are_none_or_there_already_are_refused(
    patterns: Path, label: str, text: str, own_id: str, code: str
) -> None:
    before = contents(patterns)
    with pytest.raises(PolesitterError, match=code):
        add_name(patterns, {"label": label, "pattern": text, "id": own_id, "source": "hand"})
    assert contents(patterns) == before


def test_another_spelling_of_a_listed_name_is_taken(patterns: Path) -> None:
    entry = {"label": "TEAM", "pattern": "CALDER Racing", "id": "team:calder", "source": "hand"}
    assert add_name(patterns, entry).line == 1


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"pattern": "{driver} shall <start {position}"}, "E302"),
        ({"pattern": "{rider} shall <start> {position}"}, "E304"),
        ({"id": "position.will_start"}, "E674"),
        ({"example": "Scott Dixon shall roll third."}, "E675"),
        ({"pattern": "{driver} will <start> {position}",
          "example": "Scott Dixon will start third."}, "E676"),
    ],
)  # fmt: skip
def test_slot_patterns_that_are_unfit_are_refused(
    patterns: Path, encode: Encode, facts: dict[str, str], code: str
) -> None:
    before = contents(patterns)
    with pytest.raises(PolesitterError, match=code):
        add_wording(patterns, {**WORDING, **facts}, encode)
    assert contents(patterns) == before


def test_a_slot_pattern_may_use_macros(patterns: Path, encode: Encode) -> None:
    added = add_wording(
        patterns, {**WORDING, "pattern": "{driver} shall @begin {position}"}, encode
    )
    assert (added.file, added.line) == ("relations/added.jsonl", 1)


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=12))
def test_a_file_stays_in_order_and_keeps_its_lines(
    tmp_path_factory: pytest.TempPathFactory, ids: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("patterns")
    (folder / "f.jsonl").write_text(jsonl([*DRIVERS, *TEAMS]), encoding="utf-8")
    for own in ids:
        put(folder, "f.jsonl", {"id": own, "pattern": own})
    kept = [json.loads(one) for one in (folder / "f.jsonl").read_text("utf-8").splitlines()]
    assert [one["id"] for one in kept] == sorted([*ids, *(one["id"] for one in (*DRIVERS, *TEAMS))])


def test_a_broken_file_is_told_and_left_as_it_is(patterns: Path) -> None:
    path = patterns / "entities" / "teams.jsonl"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(PolesitterError, match="E671"):
        put(patterns, "entities/teams.jsonl", {"id": "a", "pattern": "A"})
    assert path.read_text(encoding="utf-8") == "{"
