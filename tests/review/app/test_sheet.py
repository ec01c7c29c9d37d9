"""A report too long for one part, and one whose mentions another model found."""

from datetime import date
from typing import Any

import pytest

from polesitter.review.app.journal import Subject
from polesitter.review.app.library import Reading
from polesitter.review.app.rerun import rerun
from polesitter.review.app.sheet import Sheet
from polesitter.run.together import extract_report
from polesitter.types import Report

NAMES = ["Ann Lee", "Bo Carr", "Cy Dale", "Dee Fox", "Eli Gray", "Flo Hunt"]
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"]
FILLER = "Qualifying was quiet, the sky was grey and the coffee was cold once more.\n\n" * 60


def long_text() -> str:
    told = (
        f"{name} qualified {place} on the grid with a lap of 57.{n}12 seconds.\n\n{FILLER}"
        for n, (name, place) in enumerate(zip(NAMES, ORDINALS, strict=True))
    )
    return "".join(told) + "Ann Lee drives for Red Kite Racing.\n"


def reading_of(nlp: Any, text: str) -> Reading:
    found = extract_report(nlp, Report("x.txt", text, "0", published=date(2024, 5, 18)))
    return Reading(Subject("x.txt", "0"), text, found.report.published, found.qualifying,
                   found.session, found.results, found.mentions)  # fmt: skip


@pytest.fixture(scope="module")
def long(nlp: Any) -> Reading:
    return reading_of(nlp, long_text())


def drivers(sheet: Sheet) -> set[Any]:
    return {row.values["driver"] for row in sheet.rows()}


def test_a_long_report_opens_as_it_was_extracted(nlp: Any, long: Reading) -> None:
    sheet = Sheet(nlp, long)
    assert len(sheet.parts) > 3
    assert drivers(sheet) == {result.driver for result in long.results}
    assert len(drivers(sheet)) > 3
    assert [one for own in sheet.mentions() for one in own] == list(long.mentions)


def test_an_edit_runs_one_part_and_no_other(
    nlp: Any, long: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    from polesitter.review.app import part

    def watched(nlp: Any, text: str, *given: Any, **more: Any) -> Any:
        asked.append(text)
        return rerun(nlp, text, *given, **more)

    monkeypatch.setattr(part, "rerun", watched)
    sheet = Sheet(nlp, long)
    before = sheet.draft
    start = long.text.index("Eli Gray")
    sheet.take({"kind": "move", "start": start, "end": start + 8, "to": [start + 4, start + 8]})
    (number,) = sheet.changed_parts(before)
    assert drivers(sheet) == set(NAMES) - {"Eli Gray"} | {"Gray"}
    assert [("Eli Gray" in text) for text in asked] == [True]
    mention = next(one for one in sheet.mentions()[number] if one.start == start + 4)
    assert long.text[mention.start : mention.end] == "Gray"
    sheet.take({"kind": "undo"})
    assert drivers(sheet) == set(NAMES)
    sheet.take({"kind": "cell", "row": "a0", "field": "gap", "text": "1"})
    sheet.rows()
    assert len(asked) == 1


def test_one_name_in_two_parts_is_one_entity_in_the_corpus(nlp: Any, long: Reading) -> None:
    sheet = Sheet(nlp, long)
    start = long.text.rindex("Red Kite Racing")
    sheet.take({"kind": "label", "start": start, "end": start + 15, "label": "EVENT"})
    sheet.take({"kind": "accept"})
    gold = sheet.gold()
    assert gold is not None
    assert gold.marked.count("[Ann Lee](DRIVER d1)") == 2
    assert "[Red Kite Racing](EVENT e1)" in gold.marked


def test_steps_that_another_models_mentions_leave_no_sense_in(nlp: Any) -> None:
    reading = reading_of(nlp, "Ann Lee won the pole.\n")
    steps: list[dict[str, Any]] = [
        {"kind": "unmark", "start": 9, "end": 12},
        {"kind": "session", "field": "event", "text": "Lake 200"},
    ]
    sheet = Sheet(nlp, reading, steps)
    assert sheet.history.revision == 2
    assert sheet.session()["event"] == "Lake 200"
    sheet.take({"kind": "undo"})
    sheet.take({"kind": "undo"})
    assert sheet.draft.mentions == reading.mentions
