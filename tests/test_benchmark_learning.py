"""What `make bench-learning` measures, and what it leaves out of the start."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.folder import write_folder
from polesitter.text.plain import unmark

NAMES = (
    "page", "learning_steps", "learning_page", "learning_others", "without_group",
    "many_models", "project_copy",
)  # fmt: skip


@pytest.fixture
def bench(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """The modules of benchmarks/, which find each other by their bare names."""
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    yield {name: import_module(name) for name in NAMES}
    for name in NAMES:
        sys.modules.pop(name, None)


def report(id: str, marked: str) -> GoldReport:
    """An annotated report in which the first driver is of the first team."""
    text, marks = unmark(marked)
    words = {mark.label: text[mark.start : mark.end] for mark in reversed(marks)}
    row = {"driver": words.get("DRIVER"), "team": words.get("TEAM"), "position": 1}
    return GoldReport(id, text, tuple(marks), {}, (row,))


KITE = report("kite-01", "[Ann Lee](DRIVER d1) of [Amber](TEAM t1) took [pole](POSITION).")
SURF = report("surf-01", "[Bo Ray](DRIVER d1) took [pole](POSITION) for [Amber](TEAM t1).")


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_names_of_the_group_alone_are_forgotten(
    bench: dict[str, ModuleType], tmp_path: Path
) -> None:
    place = tmp_path / "entities" / "names.jsonl"
    place.parent.mkdir()
    names = ("Ann Lee", "ANN LEE", "Amber", "Bo Ray", "Nobody Here")
    written = [{"label": "DRIVER", "pattern": name} for name in names]
    shape = {"label": "DRIVER", "pattern": [{"SHAPE": "Xxx"}]}
    text = "".join(json.dumps(line) + "\n" for line in [*written, shape])
    place.write_text(text, encoding="utf-8")
    bench["without_group"].drop_names(tmp_path, [KITE], [SURF])
    kept = [line["pattern"] for line in lines(place)]
    assert kept == ["Amber", "Bo Ray", "Nobody Here", [{"SHAPE": "Xxx"}]]


def test_slot_patterns_of_the_group_alone_are_forgotten(
    bench: dict[str, ModuleType], tmp_path: Path, root: Path
) -> None:
    (tmp_path / "lexicon").symlink_to(root / "patterns" / "lexicon")
    place = tmp_path / "relations" / "team.jsonl"
    place.parent.mkdir()
    rules = {
        "team.of": "{driver} of {team}",
        "team.for": "{driver} ... for {team}",
        "team.at": "{driver} at {team}",
    }
    place.write_text(
        "".join(
            json.dumps(
                {"id": id, "relation": "drives_for", "pattern": pattern, "example": "x",
                 "source": "hand"}
            ) + "\n"
            for id, pattern in rules.items()
        ),
        encoding="utf-8",
    )  # fmt: skip
    bench["without_group"].drop_rules(tmp_path, [KITE], [SURF])
    assert [line["id"] for line in lines(place)] == ["team.for", "team.at"]


def step(bench: dict[str, ModuleType], given: int, *right: int, verdict: str = "promoted") -> Any:
    """A step after which so many cells of ten are right in each report of the group."""
    own = {f"kite-{n:02}": (r, 10 - r, 10 - r) for n, r in enumerate(right)}
    others = {f"surf-{n:02}": (8, 2, 2) for n in range(4)}
    return bench["learning_steps"].Step(given, verdict, f"0.1.{given}", own, others, {})


def test_a_group_is_learned_where_the_interval_of_its_gain_lies_above_nothing(
    bench: dict[str, ModuleType],
) -> None:
    curve_of = bench["learning_page"].curve_of
    start, some = step(bench, 0, 5, 4, 6, 5, 4), step(bench, 2, 7, 7, 8, 6, 7)
    curve = curve_of("kite", [start, some, step(bench, 9, 9, 8, 9, 9, 8)])
    assert curve.learned
    assert curve.harmless
    assert curve.gain.value == pytest.approx(0.38)
    mixed = curve_of("kite", [start, step(bench, 9, 9, 1, 9, 1, 5)])
    assert not mixed.learned


def test_a_step_that_falls_is_told(bench: dict[str, ModuleType]) -> None:
    start, up, down = (step(bench, n, *[r] * 5) for n, r in ((0, 4), (2, 9), (5, 6)))
    curve = bench["learning_page"].curve_of("kite", [start, up, down])
    assert list(curve.falls) == [5]
    assert curve.learned
    assert not curve.harmless


def test_the_page_has_a_row_for_each_group(bench: dict[str, ModuleType], tmp_path: Path) -> None:
    steps = [
        step(bench, 0, 4, 4, 5, verdict="start"),
        step(bench, 2, 4, 4, 5, verdict="refused"),
        step(bench, 12, 9, 9, 8),
    ]
    module = bench["learning_page"]
    curves = [module.curve_of(group, steps) for group in ("kite", "surf")]
    text = module.section(curves, "Commit c0ffee.")
    assert "| group | reports read | 0 | 2 | all | gained |" in text
    assert "| kite | 3 | 0.433 | =0.433 | 0.867 (12) | +0.433" in text
    assert "2 of 2 groups gain" in text
    assert "| kite | 4 | 0.800 | 0.800 | +0.000 (" in text
    assert "| together | 4 | 0.800 | 0.800 | +0.000 (" in text
    module.draw_curves(curves, tmp_path / "learning.svg")
    assert "kite" in (tmp_path / "learning.svg").read_text(encoding="utf-8")


def test_groups_of_few_and_of_many_reports_share_a_table(bench: dict[str, ModuleType]) -> None:
    start, two, five = (step(bench, given, right) for given, right in ((0, 4), (2, 5), (5, 6)))
    module = bench["learning_page"]
    few = module.curve_of("kite", [start, two, step(bench, 5, 7)])
    many = module.curve_of("surf", [start, two, five, step(bench, 14, 8)])
    for curves in ([few, many], [many, few]):
        rows = module.section(curves, "").splitlines()[:4]
        assert rows[0] == "| group | reports read | 0 | 2 | 5 | all | gained |"
        assert {row.count("|") for row in rows} == {8}
        kite, surf = sorted(rows[2:])
        assert kite.startswith("| kite | 1 | 0.400 | 0.500 | – | 0.700 (5) | +0.300 (")
        assert surf.startswith("| surf | 1 | 0.400 | 0.500 | 0.600 | 0.800 (14) | +0.400 (")


def test_reports_kept_back_have_a_table_and_may_fall(bench: dict[str, ModuleType]) -> None:
    def kept(given: int, *right: int) -> Any:
        cells = {f"kite-{n}": (r, 10 - r, 10 - r) for n, r in enumerate(right, start=100)}
        return replace(step(bench, given, 5, 5), kept=cells)

    module = bench["learning_page"]
    rising = module.curve_of("kite", [kept(0, 4, 5, 5), kept(2, 6, 7, 7), kept(9, 8, 8, 9)])
    falling = module.curve_of("surf", [kept(0, 4, 5, 5), kept(2, 2, 3, 3), kept(9, 4, 5, 5)])
    assert not rising.learned
    assert (list(rising.falls), list(falling.falls)) == ([], [2])
    text = module.section([rising, falling], "")
    assert "0 of 2 groups gain with 95 %" in text
    assert "1 of 2 gain with 95 %" in text
    assert "| kite | 3 | 0.467 | 0.667 | 0.833 (9) | +0.367 (" in text
    assert "kept back" not in module.section([module.curve_of("kite", [step(bench, 0, 4)])], "")


def test_reports_kept_back_are_never_given(bench: dict[str, ModuleType], tmp_path: Path) -> None:
    for part, numbers in (("own", range(100, 125)), ("train", range(1, 4))):
        golds = [replace(KITE, id=f"kite-{n:02}") for n in numbers]
        write_folder(golds, tmp_path / "corpus" / part)
    steps = bench["learning_steps"]
    kept = {gold.id for gold in steps.reports_kept_back("kite", tmp_path)}
    given = {gold.id for gold in steps.reports_to_give("kite", tmp_path)}
    assert len(kept) == 5
    assert all(id.startswith("kite-1") for id in kept)
    assert len(given) == 23
    assert not kept & given


def test_what_is_written_by_hand_outlives_a_run(root: Path, bench: dict[str, ModuleType]) -> None:
    page = (root / "docs" / "learning.md").read_text(encoding="utf-8")
    curve = bench["learning_page"].curve_of("kite", [step(bench, 0, 4), step(bench, 3, 9)])
    text = bench["learning_page"].section([curve], "Commit c0ffee.")
    filled = bench["page"].with_section(page, text, "learning")
    assert text in filled
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert [line for line in filled.splitlines() if line.startswith("#")] == headings
    before, _, rest = page.partition("<!-- learning: start -->")
    after = rest.partition("<!-- learning: end -->")[2]
    assert filled.startswith(before)
    assert filled.endswith(after)
    assert "| pilot |" not in filled[len(before) : -len(after)]


def test_what_others_gain_is_told_by_group_and_together(bench: dict[str, ModuleType]) -> None:
    others = bench["learning_others"]
    groups = bench["learning_steps"].GROUPS
    worse, better = {"kite-1": (1, 1, 1)}, {"kite-1": (2, 0, 0)}
    changes = [others.Change(group, worse, better) for group in groups[1:]]
    changes.append(
        others.Change(groups[0], better | {"kite-2": (2, 0, 0)}, worse | {"kite-2": (2, 0, 0)})
    )
    rows = dict(zip(("head", "line", *groups, "together"), others.table(changes), strict=True))
    assert rows[groups[1]].startswith(f"| {groups[1]} | 1 | 0.500 | 1.000 | +0.500 (")
    assert rows[groups[0]].startswith(f"| {groups[0]} | 2 | 1.000 | 0.750 | -0.250 (")
    # Of twelve cells eight were right, and eleven are then.
    assert rows["together"].startswith("| together | 2 | 0.667 | 0.917 | +0.250 (")


def test_invented_reports_stay_invented_when_they_are_given(
    bench: dict[str, ModuleType], tmp_path: Path
) -> None:
    (tmp_path / "root" / "corpus" / "own").mkdir(parents=True)
    (tmp_path / "root" / "corpus" / "own" / "surf-01.json").write_text("{}", encoding="utf-8")
    (tmp_path / "root" / "corpus" / "invented.txt").write_text("own/*\n", encoding="utf-8")
    (tmp_path / "invented.txt").write_text("own/*\n", encoding="utf-8")
    bench["learning_steps"].list_invented([KITE, SURF], tmp_path / "root", tmp_path)
    assert (tmp_path / "invented.txt").read_text(encoding="utf-8") == "own/*\nadded/surf-01\n"


def test_a_copy_of_the_project_lacks_reports_and_at_will_what_was_learned(
    bench: dict[str, ModuleType], tmp_path: Path
) -> None:
    project_copy, root = bench["project_copy"], tmp_path / "root"
    by_hand = '{"label": "DRIVER", "pattern": "Ann Lee"}\n'
    learnt = '{"label": "DRIVER", "pattern": "Bo Ray", "source": "kite-01"}\n'
    written = {
        "corpus/train/kite-01.json": "{}", "corpus/train/kite-02.json": "{}",
        "corpus/test/kite-03.json": "{}", "models/config.cfg": "[nlp]",
        "models/en_qualifying/meta.json": "{}", "patterns/entities/names.jsonl": by_hand + learnt,
    }  # fmt: skip
    for name, text in written.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    copies = [
        project_copy.copy_project(root, {"kite-01"}, tmp_path / name, learned=learned)
        for name, learned in (("all", True), ("by-hand", False))
    ]
    for folders in copies:
        files = {path.name for path in folders.corpus.parent.rglob("*") if path.is_file()}
        assert files == {"kite-02.json", "config.cfg", "names.jsonl"}
    names = [(one.patterns / "entities" / "names.jsonl").read_text("utf-8") for one in copies]
    assert names == [by_hand + learnt, by_hand]


def test_reports_are_drawn_by_their_ids_alone(bench: dict[str, ModuleType]) -> None:
    golds = [GoldReport(f"kite-{n:02}", "", (), {}, ()) for n in range(20)]
    drawn = bench["many_models"].drawn
    assert drawn(golds) == drawn(reversed(golds))
    assert drawn(golds) != golds
    assert drawn(golds, "spoilt ") != drawn(golds)


@pytest.mark.parametrize(
    ("reports", "steps", "counts"),
    [
        (12, (2, 5, 10), [2, 5, 10, 12]),
        (10, (2, 5, 10), [2, 5, 10]),
        (4, (2, 5, 10), [2, 4]),
        (12, (), [12]),
    ],
)
def test_the_last_step_gives_all_reports(
    bench: dict[str, ModuleType], reports: int, steps: tuple[int, ...], counts: list[int]
) -> None:
    assert bench["learning_steps"].counts_given(reports, steps) == counts
