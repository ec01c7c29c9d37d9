import json
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

from polesitter.errors import PolesitterError
from polesitter.relations.slots import Slot
from polesitter.review.pattern_check import PatternReport, check_patterns, encode_example


def pipeline() -> Language:
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": "DRIVER", "pattern": "Ann Lee"}, {"label": "LAPTIME", "pattern": "1:23.5"}]
    )
    return nlp


def no_pipeline() -> Language:
    raise AssertionError("no relation rule needs the pipeline")


def write(folder: Path, name: str, *lines: dict[str, str] | str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    told = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(told) + "\n", encoding="utf-8")


def entity(label: str, pattern: str, name: str) -> dict[str, str]:
    return {"label": label, "pattern": pattern, "id": name}


def told(report: PatternReport) -> list[tuple[str, str, int]]:
    return [(one.severity, one.file, one.line) for one in report.findings]


@pytest.mark.parametrize(
    ("second", "severity"),
    [
        (entity("TEAM", "Kites", "team:blue-kites"), "error"),
        (entity("TEAM", "Kites", "team:kites"), "warning"),
        (entity("CAR", "Kites", "car:kites"), "info"),
    ],
)
def test_one_text_twice(tmp_path: Path, second: dict[str, str], severity: str) -> None:
    write(tmp_path, "entities/a.jsonl", entity("TEAM", "Kites", "team:kites"))
    write(tmp_path, "entities/b.jsonl", entity("TEAM", "Hawks", "team:hawks"), second)
    report = check_patterns(tmp_path, no_pipeline)
    assert told(report) == [(severity, "entities/b.jsonl", 2)]
    assert sum(report.entities.values()) == 3


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "no valid JSON"),
        ('{"label": "TEAM", "pattern": "x"}', "id is missing"),
        ('{"label": "PILOT", "pattern": "x", "id": "p:x"}', "no label is called 'PILOT'"),
        ('{"label": "TEAM", "pattern": "", "id": "t:x"}', "pattern is missing"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, problem: str) -> None:
    write(tmp_path, "entities/a.jsonl", entity("TEAM", "Kites", "team:kites"), line)
    with pytest.raises(PolesitterError, match=f"line 2: {problem}"):
        check_patterns(tmp_path, no_pipeline)


def test_a_folder_without_patterns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolesitterError, match="holds no patterns"):
        check_patterns(tmp_path, no_pipeline)


def rule(pattern: str, example: str) -> dict[str, str]:
    return {
        "id": "lap.took",
        "relation": "lap_time",
        "pattern": pattern,
        "example": example,
        "source": "hand",
    }


@pytest.mark.parametrize(
    ("pattern", "errors"),
    [("{driver} lapped in {lap_time}", 0), ("{driver} finished in {lap_time}", 1)],
)
def test_a_rule_must_match_its_example(tmp_path: Path, pattern: str, errors: int) -> None:
    write(tmp_path, "relations/laps.jsonl", rule(pattern, "Ann Lee lapped in 1:23.5"))
    report = check_patterns(tmp_path, pipeline)
    assert report.count("error") == errors
    assert report.relations == {"lap_time": 1}


def test_mentions_become_slots_and_words_are_folded() -> None:
    assert encode_example(pipeline(), "Ann Lee Lapped in 1:23.5") == [
        Slot("driver", 0),
        "lapped",
        "in",
        Slot("lap_time", 1),
    ]
