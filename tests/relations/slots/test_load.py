import json
from pathlib import Path

import pytest

from polesitter.errors import PolesitterError
from polesitter.relations.slots import load_rules

from .sentences import VERBS, elements

_RULE: dict[str, object] = {
    "id": "pole.won",
    "relation": "qualified",
    "pattern": "{driver} <start> from @det pole",
    "example": "Bell starts from the pole.",
    "source": "hand",
}
_MACRO: dict[str, object] = {"macro": "det", "pattern": "(the|a)"}


def _write(folder: Path, *lines: dict[str, object] | str, name: str = "rules.jsonl") -> Path:
    path = folder / name
    text = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(text), encoding="utf-8")
    return path


def test_a_rule_with_all_its_keys(tmp_path: Path) -> None:
    more = {
        "value": {"position": "1"},
        "framing": "provisional",
        "priority": 3,
        "notes": "n",
        "emit": [{"relation": "grid"}],
    }
    rules = load_rules([_write(tmp_path, _MACRO, "", {**_RULE, **more})], VERBS)
    (rule,) = rules.rules
    assert (rule.id, rule.relation, rule.source) == ("pole.won", "qualified", "hand")
    assert (rule.value, rule.framing, rule.priority) == ({"position": "1"}, "provisional", 3)
    assert rule.extra == {"notes": "n", "emit": [{"relation": "grid"}]}
    assert (rule.file.endswith("rules.jsonl"), rule.line) == (True, 3)
    (match,) = rules.match(elements("DRIVER4 started from the pole"))
    assert (match.rule, match.bindings) == (rule, {"driver": (4,)})


def test_a_folder_stands_for_its_files_and_macros_are_shared(tmp_path: Path) -> None:
    _write(tmp_path, {**_RULE, "id": "b"}, name="b.jsonl")
    _write(tmp_path, {**_RULE, "id": "a"}, name="a.jsonl")
    _write(tmp_path, _MACRO, name="macros.jsonl")
    assert [rule.id for rule in load_rules([tmp_path], VERBS).rules] == ["a", "b"]


def test_files_are_named_from_the_root(tmp_path: Path) -> None:
    (tmp_path / "relations").mkdir()
    _write(tmp_path / "relations", _MACRO, _RULE, name="pole.jsonl")
    (rule,) = load_rules([tmp_path / "relations"], VERBS, root=tmp_path).rules
    assert rule.file == "relations/pole.jsonl"


def test_verbs_come_from_the_lookup_table_by_default(tmp_path: Path) -> None:
    rules = load_rules([_write(tmp_path, _MACRO, {**_RULE, "pattern": "{driver} <clinch> it"})])
    assert rules.match(elements("DRIVER0 clinched it"))


@pytest.mark.parametrize(
    ("line", "code", "spot"),
    [
        ("{", "E314", "line 2, column 2"),
        ("[1]", "E314", "line 2"),
        ("[" * 100_000, "E314", "line 2"),
        ({**_RULE, "id": ""}, "E315", "line 2"),
        ({**_RULE, "pattern": 3}, "E315", "line 2"),
        ({"id": "x"}, "E315", "line 2"),
        ({**_RULE, "priority": "high"}, "E315", "line 2"),
        ({**_RULE, "framing": 1}, "E315", "line 2"),
        ({**_RULE, "value": 1}, "E315", "line 2"),
        ({**_RULE, "pattern": "{driver} (won"}, "E302", "line 2, column 10"),
        ({**_RULE, "pattern": "a <strat>"}, "E313", "line 2"),
        ({**_MACRO, "pattern": "(a|b"}, "E316", "line 2"),
        ({"macro": "other", "pattern": "the (a|b"}, "E302", "line 2, column 5"),
        ({"macro": "self", "pattern": "the @self"}, "E308", "line 2, column 5"),
        ({"macro": "other"}, "E315", "line 2"),
    ],
)
def test_a_fault_is_named_with_its_place(
    tmp_path: Path, line: dict[str, object] | str, code: str, spot: str
) -> None:
    path = _write(tmp_path, _MACRO, line)
    with pytest.raises(PolesitterError, match=rf"^{code} .*rules\.jsonl, {spot}\b"):
        load_rules([path], VERBS)


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(PolesitterError, match=r"^E316 .*line 3.*pole\.won.*line 2"):
        load_rules([_write(tmp_path, _MACRO, _RULE, _RULE)], VERBS)


def test_a_missing_file_and_a_wrong_encoding(tmp_path: Path) -> None:
    with pytest.raises(PolesitterError, match=r"^E317 .*none\.jsonl"):
        load_rules([tmp_path / "none.jsonl"], VERBS)
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes(b'{"macro": "caf\xe9"}')
    with pytest.raises(PolesitterError, match=r"^E317 .*not UTF-8"):
        load_rules([latin], VERBS)
