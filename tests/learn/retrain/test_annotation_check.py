"""Reports whose annotations are wrong are set aside with the place and the reason."""

import json
from pathlib import Path

import pytest

from polesitter.learn.exchange.prodigy import task_of

from .taking_in import edit, golds_of, intake, reason


@pytest.mark.parametrize(
    ("name", "old", "new_words", "why"),
    [
        ("kite-102.json", '"position": 2', '"position": "two"', "position"),
        ("kite-102.json", '"status": "classified"', '"status": "fine"', "status"),
        ("kite-102.json", '"records"', '"rows"', "records"),
        ("kite-102.txt", "](POSITION)", "](PLACE)", ""),
        ("kite-102.txt", " d1)", ")", "without an id"),
    ],
)
def test_a_report_that_breaks_the_rules_costs_only_itself(
    corpus: Path, new: Path, name: str, old: str, new_words: str, why: str
) -> None:
    edit(new / name, old, new_words)
    told = intake(corpus, new)
    assert told.added == ("kite-104", "surf-101", "surf-103")
    assert why in reason(told, "kite-102")


def test_values_that_the_text_does_not_state(corpus: Path, new: Path) -> None:
    edit(new / "kite-102.json", '"driver": "', '"driver": "Not ')
    told = intake(corpus, new)
    assert "does not stand in the text" in reason(told, "kite-102")


def test_half_a_report_and_no_json(corpus: Path, new: Path) -> None:
    (new / "kite-102.json").unlink()
    (new / "kite-104.json").write_text("{", encoding="utf-8")
    told = intake(corpus, new)
    assert told.added == ("surf-101", "surf-103")
    assert reason(told, "kite-102") == "kite-102.json is missing"
    assert "no JSON" in reason(told, "kite-104")


def test_offsets_that_cut_words_are_told_with_their_place(
    corpus: Path, new: Path, tmp_path: Path
) -> None:
    tasks = [task_of(gold) for gold in golds_of(new)]
    first = tasks[0]["spans"][1]
    for span in tasks[0]["spans"]:
        span["start"] += 2
        span["end"] += 2
    tasks[0]["relations"] = []
    export = tmp_path / "export.jsonl"
    export.write_text("".join(json.dumps(task) + "\n" for task in tasks), encoding="utf-8")
    told = intake(corpus, export)
    (refused,) = told.refused
    assert refused.report == "kite-102"
    assert "within a word" in refused.reason
    assert refused.offset is not None
    assert refused.offset <= first["start"]
    assert len(told.added) == 3


def test_offsets_beyond_the_text_are_told_with_their_line(
    corpus: Path, new: Path, tmp_path: Path
) -> None:
    tasks = [task_of(gold) for gold in golds_of(new)]
    tasks[2]["spans"][-1]["end"] += 5000
    tasks[2]["relations"] = []
    export = tmp_path / "export.jsonl"
    export.write_text("".join(json.dumps(task) + "\n" for task in tasks), encoding="utf-8")
    (refused,) = intake(corpus, export).refused
    assert (refused.report, refused.line) == ("export.jsonl", 3)
    assert "do not fit a text" in refused.reason


def test_labels_that_were_shuffled_are_told_by_the_figures(corpus: Path, new: Path) -> None:
    # A time marked as a place and a place as a time: no series writes them so.
    text = (new / "kite-102.txt").read_text(encoding="utf-8")
    swapped = text.replace("(POSITION)", "(X)").replace("(LAPTIME)", "(POSITION)")
    (new / "kite-102.txt").write_text(swapped.replace("(X)", "(LAPTIME)"), encoding="utf-8")
    told = intake(corpus, new)
    assert "kite-102" not in told.added
    edit(new / "kite-102.json", '"lap_time": "', '"lap_time": null, "_": "')
    assert "kite-102" not in intake(corpus, new).added


def test_figures_with_other_labels_refuse_where_records_are_silent(corpus: Path, new: Path) -> None:
    edit(new / "kite-102.txt", "(LAPTIME)", "(GAP)")
    edit(new / "kite-102.txt", "(POSITION)", "(SEGMENT)")
    record = json.loads((new / "kite-102.json").read_text(encoding="utf-8"))
    for row in record["records"]:
        row["lap_time"] = None
    (new / "kite-102.json").write_text(json.dumps(record), encoding="utf-8")
    assert "of 9 figures" in reason(intake(corpus, new), "kite-102")


def test_an_export_without_records_would_teach_that_nothing_is_told(
    corpus: Path, new: Path, tmp_path: Path
) -> None:
    tasks = [task_of(gold) for gold in golds_of(new)]
    for task in tasks[:3]:
        del task["meta"]["records"], task["meta"]["session"]
    tasks[0]["text"], tasks[0]["spans"] = "A recipe for soup.", []
    for task in tasks[:3]:
        task["relations"] = []
    export = tmp_path / "export.jsonl"
    export.write_text("".join(json.dumps(task) + "\n" for task in tasks), encoding="utf-8")
    told = intake(corpus, export)
    assert told.added == ("kite-102", "surf-103")
    assert told.off_topic == ("kite-102",)
    assert "has no records" in reason(told, "surf-101")
