import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.scoring.align import FIELDS, stated
from polesitter.learn.scoring.score import Difference, Tally, score_report

Row = dict[str, Any]
REFERENCE = Path(__file__).resolve().parents[4] / "shared" / "score.py"


def tally_of(gold: list[Row], found: list[Row]) -> tuple[Tally, list[Difference]]:
    tally = Tally()
    return tally, score_report(gold, found, tally)


def counts(tally: Tally, field: str) -> tuple[int, int, int]:
    return tally.cells.counts(field)


@pytest.mark.parametrize(
    ("field", "gold", "found", "counted"),
    [
        ("position", 1, 1, (1, 0, 0)),
        ("position", 1, 2, (0, 1, 1)),
        ("position", 1, None, (0, 0, 1)),
        ("position", None, 2, (0, 1, 0)),
        ("grid", "rear", "rear", (1, 0, 0)),
        ("grid", 15, "rear", (0, 1, 1)),
        ("lap_time", "1:23.529", 83.529, (1, 0, 0)),
        ("lap_time", "1:23.529", 83.53, (0, 1, 1)),
        ("segment", "Q3", "third round", (0, 1, 1)),
        ("segment", "Fast Six", "Firestone Fast 6", (1, 0, 0)),
        ("status", "classified", None, (0, 0, 0)),
        ("status", "classified", "no_time", (0, 1, 0)),
        ("gap", float("nan"), "", (0, 0, 0)),
        ("gap_to", "Ann Lee", "Lee", (1, 0, 0)),
        ("gap_to", "leader", "Lee", (0, 1, 1)),
    ],
)
def test_cells(field: str, gold: Any, found: Any, counted: tuple[int, int, int]) -> None:
    tally, differences = tally_of(
        [{"driver": "Bo Carr", field: gold}], [{"driver": "Bo Carr", field: found}]
    )
    assert counts(tally, field) == counted
    assert tally.rows_exact == tally.reports_exact == (counted[1:] == (0, 0))
    assert [one.field for one in differences] == ([] if counted[1:] == (0, 0) else [field])


@pytest.mark.parametrize(
    ("gold", "found", "right"), [("mph", "mph", 1), ("mph", "km/h", 0), ("mph", None, 1)]
)
def test_a_speed_needs_the_right_unit(gold: str, found: str | None, right: int) -> None:
    rows = [{"driver": "Lee", "speed": 113.5, "speed_unit": unit} for unit in (gold, found)]
    assert tally_of(rows[:1], rows[1:])[0].cells.right["speed"] == right


def test_missed_and_spurious_rows_cost_all_their_cells() -> None:
    tally, differences = tally_of(
        [{"driver": "Ann Lee", "position": 1}], [{"driver": "Bo Carr", "team": "Kites", "gap": 1.0}]
    )
    assert (counts(tally, "driver"), counts(tally, "position")) == ((0, 1, 1), (0, 0, 1))
    assert (counts(tally, "team"), counts(tally, "gap")) == ((0, 1, 0), (0, 1, 0))
    assert (tally.rows_matched, tally.rows_gold, tally.rows_found) == (0, 1, 1)
    assert [(one.whose, one.field) for one in differences] == [("Ann Lee", None), ("Bo Carr", None)]


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "driver": st.sampled_from(["Ann Lee", "Bo Carr", "Cy Dale", None]),
            "number": st.sampled_from(["08", "8", None]),
            "class": st.sampled_from(["GS", "Grand Sport", "ST", None]),
            "position": st.integers(1, 4),
        }
    ),
    max_size=5,
)


@given(ROWS, ROWS)
def test_every_cell_is_counted_once(gold: list[Row], found: list[Row]) -> None:
    tally, _ = tally_of(gold, found)
    assert tally.rows_matched <= min(len(gold), len(found))
    for name in FIELDS:
        right, wrong, missed = counts(tally, name)
        assert right + missed == sum(name in stated(row) for row in gold)
        assert right + wrong == sum(name in stated(row) for row in found)


@given(st.permutations([{"driver": "Ann Lee"}, {"driver": "Bo Carr"}, {"driver": "Cy Dale"}]), ROWS)
def test_gold_scores_full_marks_against_itself_in_any_order(
    order: list[Row], cells: list[Row]
) -> None:
    rows = [{**row, **driver} for row, driver in zip(cells, order, strict=False)]
    tally, differences = tally_of(rows, rows[::-1])
    assert differences == []
    assert tally.rows_exact == len(rows)


@pytest.fixture
def reference() -> ModuleType:
    if not REFERENCE.exists():
        pytest.skip("the reference scorer is not here")
    spec = importlib.util.spec_from_file_location("reference_score", REFERENCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def perturbed(rows: list[Row], draw: random.Random) -> list[Row]:
    """Rows with cells lost, changed, moved and doubled, as a poor pipeline would write them."""
    names = [row["driver"] for row in rows]
    out = []
    for row in rows:
        if draw.random() < 0.1:
            continue
        copy = dict(row)
        for name, value in row.items():
            dice = draw.random()
            if dice < 0.08 and name != "gap_approx":
                copy[name] = None
            elif dice < 0.12 and isinstance(value, int | float) and not isinstance(value, bool):
                copy[name] = value + 1
            elif dice < 0.16 and name == "driver":
                copy[name] = draw.choice(names)
            elif dice < 0.16 and name in ("team", "car", "class", "segment"):
                copy[name] = str(value)[:-1] or None
        out += [copy] * (2 if draw.random() < 0.05 else 1)
    return out


@pytest.mark.parametrize("seed", range(3))
def test_agrees_with_the_reference(reference: ModuleType, root: Path, seed: int) -> None:
    draw = random.Random(seed)
    ours, theirs = Tally(), reference.Tally()
    for path in sorted((root / "corpus" / "dev").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))["records"]
        found = perturbed(gold, draw)
        score_report(gold, found, ours)
        reference.score_doc(gold, found, theirs)
    for name in FIELDS:
        assert counts(ours, name) == (theirs.tp[name], theirs.fp[name], theirs.fn[name])
    assert (ours.rows_matched, ours.rows_gold, ours.rows_found) == (
        theirs.rows,
        theirs.rows_gold,
        theirs.rows_pred,
    )
    assert (ours.rows_exact, ours.reports_exact) == (theirs.exact, theirs.docs_exact)
    score = ours.cells.score()
    assert (score.precision, score.recall, score.f1) == theirs.prf()
