from typing import Any

from polesitter.learn.scoring.cells import cells_of, counts_of


def test_counts_of_cells() -> None:
    gold: list[dict[str, Any]] = [{"driver": "Lee", "team": "Kites", "position": 1, "number": "7"}]
    found: list[dict[str, Any]] = [{"driver": "Lee", "team": "Swift", "position": 1, "gap": 0.5}]
    cells = cells_of(gold, found)
    # The other team is wrong and leaves one missed; only one side states gap and number.
    assert counts_of(cells) == (2, 2, 2)
    assert [counts_of(cells, name) for name in ("team", "gap", "number")] == [
        (0, 1, 1), (0, 1, 0), (0, 0, 1),
    ]  # fmt: skip
