"""The season that benchmarks/analysis.py measures on is one that has answers."""

from pathlib import Path

import pytest

from polesitter import analysis


def test_a_made_up_season_has_grids_poles_and_conflicts(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    from season import GRID, write_season

    write_season(tmp_path / "out", 60)
    grid = analysis.grid(tmp_path / "out")
    assert set(grid.groupby("session").size()) == {GRID}
    assert grid["reports"].max() == 2
    assert analysis.poles(tmp_path / "out")["poles"].sum() == grid["session"].nunique()
    found = analysis.conflicts(tmp_path / "out")
    assert set(found["field"]) == {"position"}
    assert found["sentence"].str.contains("was number").all()


def test_one_seed_is_one_season(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    from season import write_season

    for name in ("one", "other"):
        write_season(tmp_path / name, 10)
    first, second = ((tmp_path / name / "manifest.json").read_text() for name in ("one", "other"))
    assert first == second
