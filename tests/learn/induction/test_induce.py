"""From a folder of annotated reports to the lines of patterns/, end to end."""

import difflib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from polesitter.learn.induction import induce
from polesitter.learn.induction.slots.example import ListedReader
from polesitter.learn.induction.slots.induced_lines import FILE, at_least, stable_id
from polesitter.relations.slots import load_rules

from .reports import make_patterns, write, write_lines

PEOPLE = ("Ann Lee", "Bo Ray", "Cy Orr", "Di Fox", "Ed Hay", "Flo Ives", "Gus Ames", "Hal Orton")
PLACES = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
VERBS = ("starts", "started", "is starting", "will start", "would start", "start")
OFTEN = ("", "only ", "also ", "once again ")


def report(number: int) -> tuple[str, str, list[dict[str, Any]]]:
    """A report with one sentence for each of three drivers, and one that misleads."""
    rows, sentences = [], []
    for order in range(3):
        at = (number + 3 * order) % len(PEOPLE)
        name, place = PEOPLE[at], PLACES[at]
        turn = 3 * number + order
        verb = f"{OFTEN[turn // 6 % 4]}{VERBS[turn % 6]}"
        sentences.append(f"[{name}](DRIVER d{at}) {verb} [{place}](POSITION) on [Sunday](DATE).")
        rows.append({"driver": name, "position": at + 2})
    at = (number + 1) % len(PEOPLE)
    sentences.append(f"[{PEOPLE[at]}](DRIVER d{at}) was not to be [12th](POSITION).")
    rows.append({"driver": PEOPLE[at], "position": at + 2})
    return f"pilot-{number:02}", " ".join(sentences), rows


@pytest.fixture
def patterns(root: Path, tmp_path: Path) -> Path:
    return make_patterns(root, tmp_path / "patterns")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    fill(tmp_path / "corpus" / "own", range(12))
    return tmp_path / "corpus" / "own"


def fill(folder: Path, numbers: Iterable[int]) -> None:
    for number in numbers:
        name, marked, rows = report(number)
        write(folder, name, marked, *rows, date=f"2024-05-{number + 1:02}")


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_what_a_corpus_teaches(corpus: Path, patterns: Path) -> None:
    changes = induce([corpus], patterns)
    lines = lines_of(changes.files[FILE])
    told = {line["pattern"]: line for line in lines}
    # No form of the verb comes often enough by itself: they are told by what they share.
    assert all("<start>" in pattern for pattern in told)
    assert sum(line["support"] for line in lines) >= 10
    assert all(line["relation"] == "qualified" for line in lines)
    assert all(line["precision"] == 1.0 for line in lines)
    # What pairs drivers with places that are not theirs is no pattern.
    assert not any("not" in one or "<be>" in one for one in told)
    assert {name.name for name in changes.names if name.held_back is None} == set(PEOPLE)


def test_the_file_is_in_order_and_its_rules_match_their_examples(
    corpus: Path, patterns: Path
) -> None:
    changes = induce([corpus], patterns)
    (patterns / FILE).write_text(changes.files[FILE], encoding="utf-8")
    lines = lines_of(changes.files[FILE])
    assert [(one["relation"], one["pattern"]) for one in lines] == sorted(
        {(one["relation"], one["pattern"]) for one in lines}
    )
    read = ListedReader(patterns)
    rules = load_rules([patterns / "relations"])
    assert [rule.id for rule in rules.rules] == [one["id"] for one in lines]
    for rule in rules.rules:
        matched = [match.rule.id for match in rules.match(read(rule.example))]
        assert rule.id in matched, rule
        assert rule.source.startswith("induced from pilot-")
        assert rule.extra["support"] in (5, 10)
        assert not any(name in rule.example for name in PEOPLE)


def test_learning_twice_gives_the_same_and_then_nothing(corpus: Path, patterns: Path) -> None:
    first = induce([corpus], patterns)
    assert induce([corpus], patterns) == first
    for path, text in first.files.items():
        (patterns / path).write_text(text, encoding="utf-8")
    again = induce([corpus], patterns)
    assert again.files == {}
    assert again.patterns == first.patterns
    assert again.dropped == ()


def test_one_report_more_changes_few_lines(corpus: Path, patterns: Path) -> None:
    fill(corpus, range(12, 24))
    before = induce([corpus], patterns).files[FILE].splitlines()
    fill(corpus, [24])
    after = induce([corpus], patterns).files[FILE].splitlines()
    changed = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert len(before) >= 3
    assert len(changed) <= 2


def test_what_a_person_wrote_is_not_induced_again(corpus: Path, patterns: Path) -> None:
    rule = {
        "id": "qualified.starts", "relation": "qualified", "source": "hand",
        "pattern": "{driver} ..4 {position}", "example": "Will Power starts third.",
    }  # fmt: skip
    written = patterns / "relations" / "position.jsonl"
    # A rule that is often wrong leaves room for better ones; one that is right does not.
    write_lines(written, [rule])
    assert lines_of(induce([corpus], patterns).files[FILE])
    write_lines(written, [rule | {"pattern": "{driver} ..4 <start> {position}"}])
    assert FILE not in induce([corpus], patterns).files


def test_invented_reports_teach_patterns_but_no_names(corpus: Path, patterns: Path) -> None:
    (corpus.parent / "invented.txt").write_text(
        "# not real\n\nown/pilot-0*\nown/pilot-10\nadded/pilot-11\n"
    )
    changes = induce([corpus], patterns)
    names = {name.name: name.first_seen for name in changes.names}
    assert set(names.values()) == {"pilot-11"}
    assert names.keys() < set(PEOPLE)
    assert "<start>" in changes.files[FILE]


def test_what_no_report_bears_out_any_more_is_dropped(corpus: Path, patterns: Path) -> None:
    old = {
        "id": "induced.qualified.0", "relation": "qualified", "pattern": "{driver} won {position}",
        "example": "Will Power won third.", "source": "induced from x-1", "support": 3,
        "precision": 0.9,
    }  # fmt: skip
    write_lines(patterns / FILE, [old])
    changes = induce([corpus], patterns)
    assert [pattern.id for pattern in changes.dropped] == ["induced.qualified.0"]
    assert "{driver} won" not in changes.files[FILE]


@pytest.mark.parametrize(("count", "told"), [(5, 5), (9, 5), (19, 10), (49, 20), (5000, 1000)])
def test_support_is_told_in_large_steps(count: int, told: int) -> None:
    assert at_least(count) == told


def test_an_id_depends_on_relation_and_pattern_alone() -> None:
    ids = {
        stable_id(relation, pattern)
        for relation in ("grid", "qualified")
        for pattern in ("{driver} {position}", "{driver} , {position}")
    }
    assert len(ids) == 4
    assert stable_id("grid", "{driver} {position}") in ids
