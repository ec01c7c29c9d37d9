import json
from pathlib import Path

import pytest

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.known_names import Names
from polesitter.analysis.merge import merge
from polesitter.errors import PolesitterError

from .conftest import MakeTold

FEW = ("palou", "toro-rosso", "team-penske")


@pytest.fixture
def patterns(tmp_path: Path, root: Path) -> Path:
    """The files as they are, cut down to a few names."""
    folder = tmp_path / "entities"
    folder.mkdir()
    for name in ("drivers", "teams", "constructors"):
        file = root / "patterns" / "entities" / f"{name}.jsonl"
        kept = [
            line
            for line in file.read_text(encoding="utf-8").splitlines(keepends=True)
            if json.loads(line)["id"].endswith(FEW)
        ]
        (folder / file.name).write_text("".join(kept), encoding="utf-8")
    return tmp_path


def lines(patterns: Path, file: str) -> list[dict[str, str]]:
    text = (patterns / "entities" / f"{file}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_a_new_spelling_is_one_line_and_the_rest_stays_as_it_was(patterns: Path) -> None:
    path = patterns / "entities" / "drivers.jsonl"
    before = path.read_text(encoding="utf-8").splitlines()
    merged = merge(patterns, "Alex Paulo", "Alex Palou")
    after = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        '{"label": "DRIVER", "pattern": "Alex Paulo", "id": "' + merged.id + '", "source": "hand"}'
    ]
    assert [line for line in after if line in before] == before
    keys = [(line["id"], line["pattern"]) for line in lines(patterns, "drivers")]
    assert keys == sorted(keys)


def test_all_spellings_of_the_first_go_along_to_another_file(patterns: Path) -> None:
    moved = {x["pattern"] for x in lines(patterns, "constructors") if x["id"] == "team:toro-rosso"}
    assert moved
    merge(patterns, "Toro Rosso", "Team Penske")
    ids = {line["pattern"]: line["id"] for line in lines(patterns, "teams")}
    assert {ids[pattern] for pattern in moved} == {"team:team-penske"}
    assert "team:toro-rosso" not in {line["id"] for line in lines(patterns, "constructors")}


def test_lines_keep_what_else_they_say(patterns: Path) -> None:
    told = {"label": "DRIVER", "pattern": "Quint", "id": "driver:quint", "first_seen": "2025-04-12"}
    path = patterns / "entities" / "drivers.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + json.dumps(told) + "\n", encoding="utf-8")
    merge(patterns, "Quint", "Alex Palou")
    [merged] = [line for line in lines(patterns, "drivers") if line["pattern"] == "Quint"]
    assert merged["first_seen"] == "2025-04-12"


def test_two_new_names_need_their_kind(patterns: Path) -> None:
    with pytest.raises(PolesitterError, match="--kind"):
        merge(patterns, "Zzyzx Qwop", "Zzyzx Qwopp")
    assert merge(patterns, "Zzyzx Qwop", "Zzyzx Qwopp", "driver").id == "driver:zzyzx-qwopp"


def test_one_name_twice_is_refused(patterns: Path) -> None:
    with pytest.raises(PolesitterError, match="one already"):
        merge(patterns, "Álex Palou", "Alex Palou")


def test_answers_follow_at_once(told: MakeTold, patterns: Path) -> None:
    row = told("Palou Aleix")
    assert Names([row], Aliases(patterns)).driver_ids(row) == ("~palou aleix",)
    merged = merge(patterns, "Palou Aleix", "Alex Palou")
    assert Names([row], Aliases(patterns)).driver_ids(row) == (merged.id,)
    assert not Names([row], Aliases(patterns)).by_likeness(row)
