"""Bad input is set aside with its place and reason, and the rest is read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.brat import standoff_of, write_brat
from polesitter.learn.exchange.conll import table_of, write_conll
from polesitter.learn.exchange.doccano import example_of
from polesitter.learn.exchange.formats import FORMATS
from polesitter.learn.exchange.item import Item, SetAside, checked_id, safe_id
from polesitter.learn.exchange.label_studio import task_of as label_studio_task
from polesitter.learn.exchange.prodigy import task_of as prodigy_task

MakeTask = Callable[[GoldReport], dict[str, Any]]
TASKS: dict[str, MakeTask] = {
    "prodigy": prodigy_task,
    "doccano": example_of,
    "label-studio": label_studio_task,
}


def read_tasks(name: str, tasks: list[Any], folder: Path) -> list[Item]:
    folder.mkdir(exist_ok=True)
    path = folder / "told.json"
    if name == "label-studio":
        path.write_text(json.dumps(tasks), encoding="utf-8")
    else:
        lines = [one if isinstance(one, str) else json.dumps(one) for one in tasks]
        path.write_text("\n".join(lines), encoding="utf-8")
    return list(FORMATS[name].read(path))


def edited(task: Any, keys: tuple[Any, ...], value: Any) -> Any:
    """A copy of a task with one thing in it changed."""
    copy = json.loads(json.dumps(task))
    inner = copy
    for key in keys[:-1]:
        inner = inner[key]
    inner[keys[-1]] = value
    return copy


def assert_set_aside(
    item: Item, reason: str, source: str, line: int | None, offset: int | None
) -> None:
    assert isinstance(item, SetAside)
    assert reason in item.reason
    assert (item.source, item.line, item.offset) == (source, line, offset)


RESULT = ("annotations", 0, "result")
BAD = [
    ("prodigy", ("spans", 1, "end"), 99, "do not fit", 9),
    ("prodigy", ("spans", 0, "start"), "0", "no integers", None),
    ("prodigy", ("spans", 0, "start"), True, "no integers", None),
    ("prodigy", ("spans", 1, "label"), "PERSON", "no mention is labelled 'PERSON'", 9),
    ("prodigy", ("spans", 1, "start"), 2, "overlap", 2),
    ("prodigy", ("answer",), "reject", "answered 'reject'", None),
    ("prodigy", ("relations", 0, "head_span"), {"start": 1, "end": 2}, "names no mention", None),
    ("prodigy", ("text",), None, "no text", None),
    ("prodigy", ("text",), "\ud83c" * 40, "surrogate", 0),
    ("prodigy", ("meta", "report"), "../up", "cannot name a file", None),
    ("prodigy", ("meta", "records"), {"position": 1}, "a list of objects", None),
    ("doccano", ("entities", 0, "end_offset"), 0, "do not fit", 0),
    ("doccano", ("entities",), 3, "`entities` is missing", None),
    ("doccano", ("relations", 0, "to_id"), 77, "'77' names no mention", None),
    ("label-studio", ("annotations",), [], "nobody has annotated", None),
    ("label-studio", ("annotations", 0, "was_cancelled"), True, "nobody has annotated", None),
    ("label-studio", (*RESULT, 0, "value", "start"), 1, "the words there are 'ee'", 1),
    ("label-studio", (*RESULT, 0, "value", "labels"), [], "one label", None),
    ("label-studio", (*RESULT, 4, "from_id"), "gone", "'gone' names no mention", None),
    ("label-studio", ("data", "text"), 5, "no text", None),
]


@pytest.mark.parametrize(("name", "keys", "value", "reason", "offset"), BAD)
def test_a_bad_task_costs_only_itself(
    name: str,
    keys: tuple[Any, ...],
    value: Any,
    reason: str,
    offset: int | None,
    plain: GoldReport,
    folder: Path,
) -> None:
    good = TASKS[name](plain)
    first, second = read_tasks(name, [edited(good, keys, value), good], folder)
    assert_set_aside(first, reason, "told.json", 1, offset)
    assert second == plain


@pytest.mark.parametrize("name", ["prodigy", "doccano"])
@pytest.mark.parametrize("line", ["{", "[]", "7", '{"text": "a"} x', "[" * 100_000])
def test_a_broken_line_costs_only_itself(
    name: str, line: str, plain: GoldReport, folder: Path
) -> None:
    good = TASKS[name](plain)
    items = read_tasks(name, [good, "", line, good | {"meta": {}, "report": "b-02"}], folder)
    assert [type(item) for item in items] == [GoldReport, SetAside, GoldReport]
    assert isinstance(items[1], SetAside)
    assert items[1].line == 3
    assert "no line of JSON" in items[1].reason


PLAIN = st.none() | st.booleans() | st.integers(-3, 60) | st.text(max_size=4)
LISTS = st.lists(PLAIN | st.lists(PLAIN, max_size=3), max_size=3)
JSON = PLAIN | LISTS | st.dictionaries(st.text(max_size=3), PLAIN | LISTS, max_size=3)


@pytest.mark.parametrize("name", sorted(TASKS))
@given(data=st.data())
def test_whatever_a_key_holds_nothing_stops(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    report = GoldReport("a-1", "Lee led.", (), {}, ())
    task = json.loads(json.dumps(TASKS[name](report)))
    places = [task]
    for inner in places:
        values = inner.values() if isinstance(inner, dict) else inner
        places += [value for value in values if isinstance(value, dict | list)]
    place = data.draw(st.sampled_from([one for one in places if one]))
    key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else [0]))
    place[key] = data.draw(JSON)
    path = tmp_path_factory.mktemp("any") / "told.json"
    path.write_text(json.dumps([task] if name == "label-studio" else task), encoding="utf-8")
    assert len(list(FORMATS[name].read(path))) == 1


@pytest.mark.parametrize(
    ("before", "after", "reason", "line", "offset"),
    [
        ("T1\tDRIVER 0 3\tLee", "T1\tDRIVER 0 4\tLee", "the words there are 'Lee '", 1, 0),
        ("T1\tDRIVER 0 3", "T1\tDRIVER 0 2;2 3", "several pieces", 1, 0),
        ("T2\tPOSITION", "T2 POSITION", "is missing or of another kind", 2, None),
        ("T2\tPOSITION", "T2\tPLACE", "no mention is labelled 'PLACE'", None, 9),
        ("Equiv T1 T3", "Equiv T1 T9", "'T9' names no mention", 5, None),
    ],
)
def test_a_bad_standoff_costs_only_itself(
    before: str,
    after: str,
    reason: str,
    line: int | None,
    offset: int | None,
    plain: GoldReport,
    folder: Path,
) -> None:
    write_brat([plain], folder)
    bad = standoff_of(plain).replace(before, after)
    assert bad != standoff_of(plain)
    (folder / "bad-01.ann").write_text(bad, encoding="utf-8", newline="")
    (folder / "bad-01.txt").write_bytes(plain.text.encode())
    (folder / "lone-01.ann").write_text("", encoding="utf-8")
    first, alone, good = FORMATS["brat"].read(folder)
    assert_set_aside(first, reason, "bad-01.ann", line, offset)
    assert isinstance(alone, SetAside)
    assert "lone-01.txt is missing" in alone.reason
    assert isinstance(good, GoldReport)
    assert good.marks == plain.marks


@pytest.mark.parametrize(
    ("before", "after", "reason", "line", "offset"),
    [
        ("took", "tok", "the token 'tok' is not what the text has", 4, 4),
        ("B-POSITION", "X-POSITION", "'X-POSITION' is none of", 5, 9),
        ("B-POSITION", "B", "'B' is none of", 5, 9),
        ("took\t-\t-\tO", "took", "only 1 columns", 4, None),
        ("there\t-\t-\tO\n.\t-\t-\tO\n", "", "is not what the text has", None, 38),
    ],
)
def test_a_bad_table_costs_only_itself(
    before: str,
    after: str,
    reason: str,
    line: int | None,
    offset: int | None,
    plain: GoldReport,
    folder: Path,
) -> None:
    write_conll([plain], folder)
    bad = table_of(plain).replace(before, after)
    assert bad != table_of(plain)
    (folder / "bad-01.conll").write_text(bad, encoding="utf-8", newline="")
    (folder / "bad-01.txt").write_bytes(plain.text.encode())
    first, good = FORMATS["conll"].read(folder)
    assert_set_aside(first, reason, "bad-01.conll", line, offset)
    assert isinstance(good, GoldReport)
    assert good.marks == plain.marks


@pytest.mark.parametrize("name", ["spacy", "label-studio"])
def test_a_file_of_another_kind_is_set_aside_whole(name: str, folder: Path) -> None:
    folder.mkdir()
    path = folder / "told"
    path.write_bytes(b"\xff no such thing")
    (only,) = FORMATS[name].read(path)
    assert isinstance(only, SetAside)
    assert "no file of this format" in only.reason


@pytest.mark.parametrize("name", ["brat", "conll"])
def test_a_text_that_is_not_utf8_costs_only_itself(
    name: str, plain: GoldReport, folder: Path
) -> None:
    FORMATS[name].write([plain], folder)
    for file in list(folder.glob("plain-01.*")):
        (folder / f"bad-01{file.suffix}").write_bytes(file.read_bytes())
    (folder / "bad-01.txt").write_bytes("Lé".encode("latin-1"))
    first, good = FORMATS[name].read(folder)
    assert isinstance(first, SetAside)
    assert "byte 1 is not UTF-8" in first.reason
    assert isinstance(good, GoldReport)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("2025/lime rock (2).txt", "lime-rock-2"),
        ("a/b.jsonl#7", "b-7"),
        ("a/b.jsonl#x/../y", "b-x-..-y"),
        ("pilot-01.txt", "pilot-01"),
        ("…", "report"),
        ("_draft.md", "draft"),
    ],
)
def test_every_source_has_an_id_that_can_name_a_file(source: str, wanted: str) -> None:
    assert safe_id(source) == wanted
    assert checked_id(safe_id(source)) == wanted


@pytest.mark.parametrize("name", ["brat", "conll"])
def test_a_byte_order_mark_is_no_part_of_the_text(
    name: str, plain: GoldReport, folder: Path
) -> None:
    FORMATS[name].write([plain], folder)
    for file in list(folder.glob("plain-01.*")):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    (item,) = FORMATS[name].read(folder)
    assert isinstance(item, GoldReport)
    assert (item.text, item.marks) == (plain.text, plain.marks)
