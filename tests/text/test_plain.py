"""Corpus marks: what counts as one, where it lies in the plain text, and the way back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.text.plain import Mark, is_marked, remark, unmark

CORPUS = Path(__file__).parents[2] / "corpus"
MARKED = [*sorted(CORPUS.glob("train/*.txt")), *sorted(CORPUS.glob("dev/*.txt"))]


@pytest.mark.parametrize(
    ("marked", "plain", "marks"),
    [
        ("No marks.", "No marks.", []),
        ("[Ann Abel](DRIVER d1) won.", "Ann Abel won.", [Mark(0, 8, "DRIVER", "d1")]),
        ("by [0.1s](GAP).", "by 0.1s.", [Mark(3, 7, "GAP")]),
        (
            "[Abel](DRIVER d1)'s [Audi](CAR c12)",
            "Abel's Audi",
            [Mark(0, 4, "DRIVER", "d1"), Mark(7, 11, "CAR", "c12")],
        ),
        ("[Team (UK)](TEAM t1)", "Team (UK)", [Mark(0, 9, "TEAM", "t1")]),
        ("[Abel [R]](DRIVER d1)", "Abel [R]", [Mark(0, 8, "DRIVER", "d1")]),
        ("He [sic] said [1:20.1](LAPTIME)", "He [sic] said 1:20.1", [Mark(14, 20, "LAPTIME")]),
        ("a [link](https://example.org)", "a [link](https://example.org)", []),
        ("a [word](NOLABEL d1)", "a [word](NOLABEL d1)", []),
    ],
)
def test_unmark(marked: str, plain: str, marks: list[Mark]) -> None:
    assert unmark(marked) == (plain, marks)
    assert remark(plain, marks) == marked
    assert is_marked(marked) is bool(marks)


def test_remark_takes_marks_in_any_order() -> None:
    marks = [Mark(5, 9, "CAR", "c1"), Mark(0, 4, "DRIVER", "d1")]
    assert remark("Abel Audi", marks) == "[Abel](DRIVER d1) [Audi](CAR c1)"


@pytest.mark.parametrize("path", MARKED, ids=[path.stem for path in MARKED])
def test_corpus_round_trip(path: Path) -> None:
    marked = path.read_text(encoding="utf-8")
    plain, marks = unmark(marked)
    assert remark(plain, marks) == marked
    assert "](" not in plain
    assert marks


@given(st.lists(st.tuples(st.text("ab ('\n", max_size=5), st.text("xy()", min_size=1))))
def test_marks_point_at_their_surfaces(pairs: list[tuple[str, str]]) -> None:
    marked = "".join(f"{before}[{surface}](POSITION)" for before, surface in pairs)
    plain, marks = unmark(marked)
    assert plain == "".join(before + surface for before, surface in pairs)
    assert [plain[mark.start : mark.end] for mark in marks] == [pair[1] for pair in pairs]
