from pathlib import Path

import pytest

from polesitter import analysis
from polesitter.analysis.aliases import Aliases
from polesitter.analysis.conflict import Conflict, conflicts
from polesitter.analysis.told import Told

from .conftest import MakeTold

B = "b.txt"


def found(*rows: Told) -> list[Conflict]:
    return conflicts(rows, list(range(len(rows))), Aliases())


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("position", 2, 3),
        ("lap_time_s", 60.123, 60.132),
        ("car_number", "08", "8"),
        ("car", "BMW M4", "Audi R8"),
        ("car_class", "GS", "TCR"),
        ("segment", "Q2", "Q3"),
        ("status", "classified", "no_time"),
        ("speed", 113.5, 113.6),
    ],
)
def test_what_excludes_each_other_is_a_conflict(
    told: MakeTold, field: str, one: object, other: object
) -> None:
    (conflict,) = found(
        told("Ann Lee", **{field: one}), told("Ann Lee", **{field: other}, source=B)
    )
    assert (conflict.driver, conflict.field) == ("Ann Lee", field)
    assert (conflict.value, conflict.other_value) == (str(one), str(other))
    assert (conflict.source, conflict.other_source) == ("a.txt", B)


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("position", 2, None),
        ("car", "BMW", "BMW M4 GT4"),
        ("car_class", "GTD PRO", "GTDPro"),
        ("lap_time_s", 60.1, 60.123),
        ("speed", 113.575, 113.6),
        ("segment", "Q3", "q3"),
    ],
)
def test_what_can_both_be_true_is_none(
    told: MakeTold, field: str, one: object, other: object
) -> None:
    rows = (told("Ann Lee", **{field: one}), told("Ann Lee", **{field: other}, source=B))
    assert found(*rows) == []


def test_gaps_to_others_are_not_compared(told: MakeTold) -> None:
    gaps = [{"gap_s": 0.2, "gap_to": "leader"}, {"gap_s": 0.1, "gap_to": "Bo Ray"}]
    assert found(told("Ann Lee", **gaps[0]), told("Ann Lee", source=B, **gaps[1])) == []


def test_one_report_has_no_conflict_with_itself(told: MakeTold) -> None:
    assert found(told("Ann Lee", 1), told("Ann Lee", 2)) == []


def test_reports_of_unknown_sessions_have_none(told: MakeTold) -> None:
    rows = (told("Ann Lee", 1, session_id=None), told("Ann Lee", 2, session_id=None, source=B))
    assert found(*rows) == []


def test_two_who_are_told_to_have_one_place(told: MakeTold) -> None:
    (conflict,) = found(told("Ann Lee", 1), told("Bo Ray", 1, source=B))
    assert (conflict.field, conflict.value, conflict.other_value) == ("driver", "Ann Lee", "Bo Ray")


def test_who_is_in_both_reports_is_told_by_place_only(told: MakeTold) -> None:
    rows = [told("Ann Lee", 1), told("Bo Ray", 2), told("Ann Lee", 2, source=B)]
    assert [conflict.field for conflict in found(*rows)] == ["position"]
    rows.append(told("Bo Ray", 1, source=B))
    assert [conflict.field for conflict in found(*rows)] == ["position", "position"]


def test_three_reports_tell_each_pair_of_values_once(told: MakeTold) -> None:
    rows = [
        told("Ann Lee", place, source=source) for place, source in ((1, "a"), (2, "b"), (2, "c"))
    ]
    assert len(found(*rows)) == 1


def test_teams_are_compared_by_id(told: MakeTold) -> None:
    one = told("Ann Lee", team="Penske", team_id="team:penske")
    same = told("Ann Lee", team="Team Penske", team_id="team:penske", source=B)
    assert found(one, same) == []
    (conflict,) = found(one, same._replace(team="Andretti", team_id="team:andretti"))
    assert (conflict.value, conflict.other_value) == ("Penske", "Andretti")


def test_both_sentences_are_shown(out: Path) -> None:
    rows = analysis.conflicts(out)
    assert len(rows) == 1
    (row,) = rows.to_dict("records")
    assert (row["driver"], row["field"]) == ("Bo Ray", "position")
    assert (row["sentence"], row["other_sentence"]) == ("Bo Ray was 2 there.", "Only 3 for Bo Ray.")


def test_from_dataframes_too(out: Path) -> None:
    import pandas as pd

    import polesitter

    dataset = polesitter.open(out)
    whole = analysis.conflicts(out)
    pd.testing.assert_frame_equal(analysis.conflicts(dataset.results, dataset.reports), whole)
    words = analysis.conflicts(dataset.results)
    assert words["sentence"].tolist() == ["2"]
