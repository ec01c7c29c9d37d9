import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.review.page.blocks import Block, blocks_of
from polesitter.review.page.pieces import Piece

TABLE = "| Pos | Driver | Team |\n|---|---|---|\n| 1 | Ann Lee | Kites |\n| 2 | Bo Carr | |\n"


def words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def told(block: Block) -> str:
    cells = [words(cell) for row in block.rows for cell in row.cells]
    return words(block.pieces) + " ".join(cells)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ann Lee took pole. Bo was second.", ["prose"]),
        ("Lee on pole\n\nAnn Lee took the pole, and Bo was last.", ["headline", "prose"]),
        ("# Lee on pole\n\nAnn Lee took the pole.\n\n## GTD\n\nBo was second.",
         ["headline", "prose", "heading", "prose"]),
        (f"Lee on pole\n\n{TABLE}\nAll went home early.", ["headline", "table", "prose"]),
        ("", []),
    ],
)  # fmt: skip
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [block.kind for block in blocks_of(text, [])] == kinds


def test_the_marks_of_a_heading_are_left_out() -> None:
    assert told(blocks_of("# Lee on pole\n\nAnn Lee took the pole.", [])[0]) == "Lee on pole"


def test_a_table_is_set_cell_by_cell_without_its_ruling() -> None:
    (table,) = blocks_of(TABLE, [])
    rows = [[words(cell) for cell in row.cells] for row in table.rows]
    assert rows == [["Pos", "Driver", "Team"], ["1", "Ann Lee", "Kites"], ["2", "Bo Carr", ""]]
    assert [row.is_header for row in table.rows] == [True, False, False]


LINES = st.sampled_from(
    ["", "# Pole", "Ann Lee took pole. Bo was second.", "| 1 | Ann | Kites |", "|---|---|",
     "1. Ann", "1\tAnn\tKites", "GTD", "'Odd', said Bo:", "date 2024-05-04", "\u2028", "*"]
)  # fmt: skip


@given(st.lists(LINES, max_size=8))
def test_no_letter_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = "".join(told(block) for block in blocks_of(text, []))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
