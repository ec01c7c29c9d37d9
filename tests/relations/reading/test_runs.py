"""Runs of names, by what may stand in between."""

import pytest

from polesitter.relations.reading.runs import Run, runs_of

RUNS = [
    ("D , D and D", {",", "and"}, [(0, 2)]),
    ("D , D and D", {","}, [(0, 1), (2, 2)]),
    ("D beat D and D", {",", "and"}, [(0, 0), (1, 2)]),
    ("D D", set(), [(0, 1)]),
    ("D", {","}, [(0, 0)]),
]


@pytest.mark.parametrize(("sentence", "joints", "runs"), RUNS)
def test_names_are_of_one_run_where_joints_alone_part_them(
    sentence: str, joints: set[str], runs: list[Run]
) -> None:
    keys = sentence.split()
    heads = [at for at, key in enumerate(keys) if key == "D"]
    assert list(runs_of(keys, heads, frozenset(joints))) == runs
