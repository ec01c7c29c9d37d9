"""The annotated framings fit the marked reports they belong to."""

import json
from pathlib import Path

import pytest

from polesitter.errors import PolesitterError
from polesitter.learn.corpus import GoldReport, read_gold_report
from polesitter.learn.framing_gold import FACTS, FRAMED, FRAMINGS, FramingGold, framing_of

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = sorted((CORPUS / "framing").glob("*.json"))
PLACES = [CORPUS / part / file.name for part in ("dev", "train", "own") for file in FILES]
REPORTS = [read_gold_report(place) for place in PLACES if place.exists()]
TOLD = framing_of(REPORTS, CORPUS)
ANNOTATED = [(report, TOLD[report.id]) for report in REPORTS]
KINDS = {"entries": int, "red_flags": int, "track_record": bool, "previous_holder": str,
         "previous_year": int, "race_start": str, "broadcaster": str}  # fmt: skip


def test_thirty_reports_of_every_group() -> None:
    assert len(FILES) == len(REPORTS) == len(TOLD) == 30
    assert {report.group for report in REPORTS} == {
        "formula", "indy", "pilot", "sports", "stock",
    }  # fmt: skip


@pytest.mark.parametrize(("report", "framing"), ANNOTATED, ids=TOLD)
def test_every_marked_value_has_one_framing_and_nothing_else_has(
    report: GoldReport, framing: FramingGold
) -> None:
    marked = {(m.start, m.end) for m in report.marks if m.label in FRAMED}
    path = CORPUS / "framing" / f"{report.id}.json"
    assert set(framing.framings) == marked
    assert len(json.loads(path.read_text(encoding="utf-8"))["framing"]) == len(marked)
    assert set(framing.framings.values()) <= FRAMINGS


@pytest.mark.parametrize(("report", "framing"), ANNOTATED, ids=TOLD)
def test_facts_are_of_their_kind_and_words_of_the_text(
    report: GoldReport, framing: FramingGold
) -> None:
    assert tuple(framing.facts) == FACTS
    for name, value in framing.facts.items():
        assert value is None or type(value) is KINDS[name], name
    told = [framing.facts["previous_holder"], framing.facts["race_start"]]
    told += (framing.facts["broadcaster"] or "").split(" / ")
    assert all(words in report.text for words in told if words)


@pytest.mark.parametrize(("report", "framing"), ANNOTATED, ids=TOLD)
def test_a_lap_speed_or_gap_of_the_records_is_told_as_an_outcome(
    report: GoldReport, framing: FramingGold
) -> None:
    """A value that the records keep must be framed as an outcome somewhere."""
    kept = [str(row[name]) for row in report.records for name in ("lap_time", "speed", "gap")
            if row[name] is not None]  # fmt: skip
    for text in kept:
        spans = [told for (start, end), told in framing.framings.items()
                 if report.text[start:end].split()[0] == text]  # fmt: skip
        assert not spans or "outcome" in spans, text


def write(corpus: Path, told: str) -> Path:
    (corpus / "framing").mkdir(parents=True)
    (corpus / "framing" / "x-1.json").write_text(told, encoding="utf-8")
    return corpus


@pytest.mark.parametrize("told", ["{", '{"framing": []}', '{"framing": [{}], "facts": {}}'])
def test_a_broken_file_is_an_error(tmp_path: Path, told: str) -> None:
    with pytest.raises(PolesitterError, match=r"x-1\.json: no annotated framing"):
        framing_of([report("x-1")], write(tmp_path, told))


def test_only_what_is_told_of_the_reports_asked_for(tmp_path: Path) -> None:
    facts = dict.fromkeys(FACTS)
    corpus = write(tmp_path, json.dumps({"framing": [], "facts": facts}))
    assert framing_of([report("x-1"), report("x-2")], corpus) == {"x-1": FramingGold({}, facts)}
    assert framing_of([report("x-2")], write(tmp_path / "broken", "{")) == {}


def report(id: str) -> GoldReport:
    return GoldReport(id, "Lee won.", (), {}, ())
