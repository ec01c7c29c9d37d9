"""The annotated framings fit the marked reports they belong to."""

import json
from pathlib import Path

import pytest

from polesitter.errors import PolesitterError
from polesitter.learn.framing_gold import FACTS, FRAMED, FRAMINGS, FramingGold, read_framing

CORPUS = Path(__file__).parents[2] / "corpus"
ANNOTATED = list(read_framing(CORPUS))
IDS = [gold.report.id for gold in ANNOTATED]
KINDS = {"entries": int, "red_flags": int, "track_record": bool, "previous_holder": str,
         "previous_year": int, "race_start": str, "broadcaster": str}  # fmt: skip


def test_thirty_reports_of_every_group() -> None:
    assert len(ANNOTATED) == len(set(IDS)) == 30
    assert {gold.report.group for gold in ANNOTATED} == {
        "formula", "indy", "pilot", "sports", "stock",
    }  # fmt: skip


@pytest.mark.parametrize("gold", ANNOTATED, ids=IDS)
def test_every_marked_value_has_one_framing_and_nothing_else_has(gold: FramingGold) -> None:
    marked = {(m.start, m.end) for m in gold.report.marks if m.label in FRAMED}
    path = CORPUS / "framing" / f"{gold.report.id}.json"
    assert set(gold.framings) == marked
    assert len(json.loads(path.read_text(encoding="utf-8"))["framing"]) == len(marked)
    assert set(gold.framings.values()) <= FRAMINGS


@pytest.mark.parametrize("gold", ANNOTATED, ids=IDS)
def test_facts_are_of_their_kind_and_words_of_the_text(gold: FramingGold) -> None:
    assert tuple(gold.facts) == FACTS
    for name, value in gold.facts.items():
        assert value is None or type(value) is KINDS[name], name
    told = [gold.facts["previous_holder"], gold.facts["race_start"]]
    told += (gold.facts["broadcaster"] or "").split(" / ")
    assert all(words in gold.report.text for words in told if words)


@pytest.mark.parametrize("gold", ANNOTATED, ids=IDS)
def test_a_lap_speed_or_gap_of_the_records_is_told_as_an_outcome(gold: FramingGold) -> None:
    """A value that the records keep must be framed as an outcome somewhere."""
    kept = [str(row[name]) for row in gold.report.records for name in ("lap_time", "speed", "gap")
            if row[name] is not None]  # fmt: skip
    for text in kept:
        spans = [framing for (start, end), framing in gold.framings.items()
                 if gold.report.text[start:end].split()[0] == text]  # fmt: skip
        assert not spans or "outcome" in spans, text


def write(corpus: Path, told: str) -> Path:
    (corpus / "framing").mkdir(parents=True)
    (corpus / "framing" / "x-1.json").write_text(told, encoding="utf-8")
    return corpus


@pytest.mark.parametrize("told", ["{", '{"framing": []}', '{"framing": [{}], "facts": {}}'])
def test_a_broken_file_is_an_error(tmp_path: Path, told: str) -> None:
    with pytest.raises(PolesitterError, match=r"x-1\.json"):
        list(read_framing(write(tmp_path, told)))


def test_framings_of_a_report_that_is_nowhere_are_an_error(tmp_path: Path) -> None:
    facts = dict.fromkeys(FACTS)
    corpus = write(tmp_path, json.dumps({"framing": [], "facts": facts}))
    with pytest.raises(PolesitterError, match="x-1"):
        list(read_framing(corpus))
