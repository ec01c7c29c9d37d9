"""Agreement: figures worked out by hand, and differences with their sentences."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.corpus import GoldReport
from polesitter.learn.scoring.agreement import agree
from polesitter.learn.scoring.kappa import Confusion
from polesitter.text.plain import Mark

TEXT = "Ann Lee took pole for Red Team.\n\nBo Ray was third, 0.2s back."
LEE, RAY = Mark(0, 7, "DRIVER", "d1"), Mark(33, 39, "DRIVER", "d2")
POLE, THIRD = Mark(13, 17, "POSITION"), Mark(44, 49, "POSITION")
TEAM, GAP = Mark(22, 30, "TEAM", "t1"), Mark(51, 55, "GAP")
FIRST: dict[str, Any] = {"driver": "Ann Lee", "position": 1, "status": "classified"}
LAST: dict[str, Any] = {"driver": "Bo Ray", "position": 3, "gap": 0.2, "gap_to": "leader"}
SESSION = {"date": None, "series": "Cup", "event": None, "track": "Brno"}
A = GoldReport("a-1", TEXT, (LEE, POLE, TEAM, RAY, THIRD), SESSION, (FIRST, LAST))


@pytest.mark.parametrize(
    ("counts", "kappa"),
    [
        ({"yy": 20, "yn": 5, "ny": 10, "nn": 15}, 0.4),  # p_o 0.7, p_e 0.5
        ({"yy": 45, "yn": 15, "ny": 25, "nn": 15}, 0.1304),  # p_o 0.6, p_e 0.54
        ({"yy": 25, "yn": 35, "ny": 5, "nn": 35}, 0.2593),  # p_o 0.6, p_e 0.46
        ({"yy": 3, "nn": 4}, 1.0),
        ({"yn": 2, "ny": 2}, -1.0),
        ({"nn": 9}, None),
        ({}, None),
    ],
)
def test_kappa(counts: dict[str, int], kappa: float | None) -> None:
    confusion = Confusion()
    for pair, number in counts.items():
        for _ in range(number):
            confusion.add(*pair)
    for found in (confusion.kappa(), confusion.kappa("y")):
        assert found == (None if kappa is None else pytest.approx(kappa, abs=5e-5))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=40))
def test_kappa_is_the_same_both_ways(units: list[tuple[str, str]]) -> None:
    one, other = Confusion(), Confusion()
    for a, b in units:
        one.add(a, b)
        other.add(b, a)
    found = one.kappa()
    assert found == (None if found is None else pytest.approx(other.kappa()))
    assert found is None or -1 <= found <= 1


def test_one_side_agrees_with_itself() -> None:
    found = agree([A], [A])
    assert found.differences == []
    assert found.whole.mentions.score().f1 == 1
    assert found.whole.tokens.kappa() == 1
    assert found.whole.tokens.kappa("SPEED") is None
    assert found.whole.cells_of_a.cells.score().f1 == 1
    assert found.whole.references.score("DRIVER").f1 == 1


def test_mentions_and_where_they_differ() -> None:
    wide = replace(THIRD, end=50)
    b = replace(A, marks=(LEE, replace(POLE, label="SEGMENT"), RAY, wide, GAP))
    found = agree([A], [b])
    told = [(one.kind, one.what, one.a, one.b, one.start) for one in found.differences]
    assert told == [
        ("label", "POSITION or SEGMENT", "pole", "pole", 13),
        ("mention", "TEAM", "Red Team", None, 22),
        ("bounds", "POSITION", "third", "third,", 44),
        ("mention", "GAP", None, "0.2s", 51),
    ]
    assert found.differences[0].sentence == "Ann Lee took pole for Red Team."
    assert found.differences[3].sentence == "Bo Ray was third, 0.2s back."
    mentions = found.whole.mentions
    assert mentions.score().f1 == pytest.approx(2 * 2 / (5 + 5))
    assert mentions.score("DRIVER").f1 == 1
    assert mentions.score("POSITION").f1 == 0


def test_tokens_are_counted_once_each() -> None:
    found = agree([A], [replace(A, marks=(LEE, POLE, RAY, THIRD))])
    # Ann Lee took pole for Red Team . Bo Ray was third , 0.2s back .
    assert found.whole.tokens.counts.total() == 16
    assert found.whole.tokens.counts["TEAM", "-"] == 2
    assert found.whole.tokens.kappa("DRIVER") == 1
    assert found.whole.tokens.kappa("TEAM") == 0


def test_cells_rows_and_session() -> None:
    rows = ({**FIRST, "position": 2}, {"driver": "Cy Dee", "position": 5})
    b = replace(A, records=rows, session={**SESSION, "series": None, "track": "Most"})
    found = agree([A], [b])
    told = [(one.kind, one.what, one.a, one.b) for one in found.differences]
    assert ("session", "series", "Cup", None) in told
    assert ("session", "track", "Brno", "Most") in told
    assert ("cell", "Ann Lee: position", 1, 2) in told
    assert ("row", "Cy Dee", None, "position 5, driver Cy Dee") in told
    missed = next(one for one in found.differences if one.what == "Bo Ray")
    assert (missed.kind, missed.b, missed.sentence) == ("row", None, "Bo Ray was third, 0.2s back.")
    assert len(told) == 5
    a_way, b_way = found.whole.cells_of_a.cells, found.whole.cells_of_b.cells
    # A has 2 + 4 cells, B 2 + 2, and they share one: the driver Ann Lee.
    assert (a_way.counts(), b_way.counts()) == ((1, 3, 5), (1, 5, 3))
    assert found.whole.session["track"].f1() == 0
    assert found.whole.session["date"].f1() is None


def test_of_sentences_that_say_as_much_the_first_is_told() -> None:
    text = "Ann Lee led. Later Lee won."
    a = replace(A, text=text, marks=(), records=(FIRST,))
    (found,) = agree([a], [replace(a, records=({**FIRST, "position": 9},))]).differences
    assert (found.start, found.sentence) == (0, "Ann Lee led.")


def test_references_are_compared_over_what_both_have() -> None:
    again = Mark(33, 39, "DRIVER", "d1")
    found = agree([A], [replace(A, marks=(LEE, again))])
    # B-cubed: each of the two is alone for A, and one of two for B.
    score = found.whole.references.score("DRIVER")
    assert (score.recall, score.precision) == (1, 0.5)


def test_reports_that_cannot_be_compared_are_named() -> None:
    lone = replace(A, id="a-2")
    found = agree([A, lone], [replace(A, text=TEXT + "!"), replace(A, id="a-3")])
    assert (found.only_a, found.only_b, found.other_text) == (["a-2"], ["a-3"], ["a-1"])
    assert found.documents == {}


def test_documents_stand_by_themselves() -> None:
    other = replace(A, id="a-2", marks=())
    found = agree([A, replace(A, id="a-2")], [A, other])
    assert found.documents["a-1"].mentions.score().f1 == 1
    assert found.documents["a-2"].mentions.score().f1 == 0
    assert {one.report for one in found.differences} == {"a-2"}
