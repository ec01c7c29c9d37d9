import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.training import Example

from polesitter.learn.align import FIELDS, match_rows, stated
from polesitter.learn.mention_score import MentionTally
from polesitter.learn.reader import make_marked_corpus
from polesitter.learn.score import Difference, Tally, score_of, score_report
from polesitter.learn.scorers import make_mention_scorer
from polesitter.learn.session_score import SESSION_FIELDS, Hits, same_session_field, score_session

Row = dict[str, Any]
REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "score.py"


def tally_of(gold: list[Row], found: list[Row]) -> tuple[Tally, list[Difference]]:
    tally = Tally()
    return tally, score_report(gold, found, tally)


def counts(tally: Tally, field: str) -> tuple[int, int, int]:
    return tally.right[field], tally.wrong[field], tally.missed[field]


@pytest.mark.parametrize(
    ("gold", "found", "pairs"),
    [
        ([{"driver": "Ann Lee"}], [{"driver": "Lee"}], [(0, 0)]),
        ([{"driver": "Ann Lee"}], [{"driver": "Bo Carr"}], []),
        ([{"driver": "Ann Lee / Bo Carr"}], [{"driver": "Bo Carr"}], [(0, 0)]),
        # A row without a driver is found by number, then by team, then by place.
        ([{"driver": "Ann Lee", "number": "08"}], [{"number": "08"}], [(0, 0)]),
        ([{"driver": "Ann Lee", "number": "8"}], [{"number": "08"}], []),
        ([{"team": "Red Kites"}], [{"team": "Red Kites"}], [(0, 0)]),
        ([{"driver": "Ann Lee", "position": 3}], [{"position": 3}], [(0, 0)]),
        # The same place cannot join two drivers.
        ([{"driver": "Ann Lee", "position": 3}], [{"driver": "Bo Carr", "position": 3}], []),
        # Of two rows of one driver the class decides.
        (
            [{"driver": "Lee", "class": "GS"}, {"driver": "Lee", "class": "ST"}],
            [{"driver": "Lee", "class": "Street Tuner"}],
            [(1, 0)],
        ),
        # The full name is a better match than the surname.
        ([{"driver": "Ann Lee"}], [{"driver": "Jo Lee"}, {"driver": "Ann Lee"}], [(0, 1)]),
    ],
)
def test_rows_are_aligned(gold: list[Row], found: list[Row], pairs: list[tuple[int, int]]) -> None:
    assert match_rows(gold, found) == pairs


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
    assert tally_of(rows[:1], rows[1:])[0].right["speed"] == right


def test_missed_and_spurious_rows_cost_all_their_cells() -> None:
    tally, differences = tally_of(
        [{"driver": "Ann Lee", "position": 1}], [{"driver": "Bo Carr", "team": "Kites", "gap": 1.0}]
    )
    assert (counts(tally, "driver"), counts(tally, "position")) == ((0, 1, 1), (0, 0, 1))
    assert (counts(tally, "team"), counts(tally, "gap")) == ((0, 1, 0), (0, 1, 0))
    assert (tally.rows_matched, tally.rows_gold, tally.rows_found) == (0, 1, 1)
    assert [(one.whose, one.field) for one in differences] == [("Ann Lee", None), ("Bo Carr", None)]


def test_figures_of_counts() -> None:
    score = score_of(right=6, wrong=2, missed=6)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)
    assert score_of(0, 0, 0).f1 == 0


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


@pytest.mark.parametrize(
    ("name", "gold", "found", "right"),
    [
        ("date", "2024-05-04", "2024-05-04", True),
        ("date", "2024-05-04", "2024-05-05", False),
        ("track", "Lime Rock Park", "Lime Rock", True),
        ("track", "Indianapolis Motor Speedway", "Speedway", False),
        ("event", "Lake 200", "Lake 250", False),
        ("series", "Kite Cup", None, False),
        ("track", "Nürburgring", "Nurburgring", True),
    ],
)
def test_session_fields(name: str, gold: str, found: str | None, right: bool) -> None:
    assert same_session_field(name, gold, found) is right


def test_session_hits_count_what_is_wrong_even_where_the_gold_is_silent() -> None:
    hits = {name: Hits() for name in SESSION_FIELDS}
    gold = {"date": None, "series": "Kite Cup", "event": "Lake 200", "track": "Lake Oval"}
    found = {"date": "2024-05-04", "series": "kite cup", "event": "Hill 100", "track": None}
    score_session(gold, found, hits)
    assert hits["date"] == Hits(right=0, stated=0, wrong=1)
    assert hits["series"] == Hits(right=1, stated=1, wrong=0)
    assert hits["event"] == Hits(right=0, stated=1, wrong=1)
    assert hits["track"] == Hits(right=0, stated=1, wrong=0)


def test_a_mention_needs_both_bounds_and_its_label() -> None:
    tally = MentionTally()
    gold = [(0, 3, "DRIVER"), (5, 9, "TEAM"), (10, 12, "CAR")]
    tally.add(gold, [(0, 3, "DRIVER"), (5, 8, "TEAM"), (10, 12, "TEAM")])
    assert (tally.score("DRIVER").f1, tally.score("TEAM").f1, tally.score("CAR").recall) == (
        1,
        0,
        0,
    )
    assert (tally.right.total(), tally.wrong["TEAM"], tally.missed.total()) == (1, 2, 2)


def test_spacy_reads_marks_and_scores_mentions(tmp_path: Path) -> None:
    (tmp_path / "a-01.txt").write_text("[Ann Lee](DRIVER d1) beat [Bo](DRIVER d2).", "utf-8")
    (tmp_path / "a-01.json").write_text('{"session": {}, "records": []}', "utf-8")
    nlp = spacy.blank("en")
    (example,) = make_marked_corpus(tmp_path)(nlp)
    assert [(ent.text, ent.label_) for ent in example.reference.ents] == [
        ("Ann Lee", "DRIVER"),
        ("Bo", "DRIVER"),
    ]
    assert not example.predicted.ents
    predicted = nlp("Ann Lee beat Bo.")
    predicted.ents = [spacy.tokens.Span(predicted, 0, 2, "DRIVER")]
    figures = make_mention_scorer()([Example(predicted, example.reference)])
    assert (figures["mentions_p"], figures["mentions_r"]) == (1.0, 0.5)
    assert figures["mentions_per_type"]["DRIVER"]["f"] == pytest.approx(2 / 3)


def test_a_mark_inside_a_token_is_kept_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a-01.txt").write_text("[Lotus](TEAM t1)Renault won", "utf-8")
    (tmp_path / "a-01.json").write_text('{"session": {}, "records": []}', "utf-8")
    (example,) = make_marked_corpus(tmp_path)(spacy.blank("en"))
    assert [ent.text for ent in example.reference.ents] == ["Lotus"]
    assert [token.text for token in example.predicted] == ["LotusRenault", "won"]


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
    assert (ours.cells().precision, ours.cells().recall, ours.cells().f1) == theirs.prf()
