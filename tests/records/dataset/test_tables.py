from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from polesitter.errors import PolesitterError
from polesitter.records.dataset.frame import to_frame
from polesitter.records.dataset.schemas import SCHEMAS
from polesitter.records.dataset.tables import build_tables
from polesitter.types import Evidence, ReportError

from ..conftest import MakeExtraction

RESULT_COLUMNS = """
    source result_id session_id series event track session_date session_name
    car_class position grid_position starts_at_rear driver driver_id team team_id car
    manufacturer car_number speed speed_unit speed_kph lap_time_s gap_s gap_to gap_approx
    segment status confidence flags evidence
"""


NO_WORDS = Evidence("driver", 0, 3, None, "r", 1.0)  # type: ignore[arg-type]  # no words


def test_result_columns_are_the_promised_ones() -> None:
    assert SCHEMAS["results"].names == RESULT_COLUMNS.split()


def test_every_value_lands_in_its_column(full: MakeExtraction) -> None:
    error = ReportError("b.txt", "text", "E112", "empty", sha256="ab" * 32, model="en_x 1")
    tables = build_tables([full("a.txt")], [error])
    (row,) = tables["results"].to_pylist()
    wanted = {
        "source": "a.txt", "result_id": 0, "session_id": "s-1", "series": "Series",
        "event": "Event", "track": "Track", "session_date": date(2024, 5, 4),
        "session_name": "Race 1", "car_class": "GS", "position": 2, "grid_position": 15,
        "starts_at_rear": True, "driver": "Ann", "driver_id": "~ann", "team": "Team A",
        "team_id": "~team-a", "car": "Ford Mustang", "manufacturer": "Ford", "car_number": "08",
        "speed": 113.575, "speed_unit": "mph", "speed_kph": 182.78, "lap_time_s": 105.166,
        "gap_s": 0.803, "gap_to": "leader", "gap_approx": True, "segment": "Q3",
        "status": "disallowed", "flags": ["late", "early"],
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted
    assert row["confidence"] == pytest.approx(0.9876, abs=1e-7)
    assert [item["field"] for item in row["evidence"]] == ["driver", "track"]
    assert row["evidence"][0]["score"] == pytest.approx(0.1235, abs=1e-7)
    whole, classed = tables["sessions"].to_pylist()
    assert (whole["car_class"], whole["track"]) == (None, "Track")
    facts = {
        "car_class": "GS", "pole_driver": "Ann", "entries": 30, "red_flags": 2,
        "track_record": True, "record_holder": "Bea", "record_year": 1999,
        "race_start": "14:05 ET", "broadcaster": "NBC",
    }  # fmt: skip
    assert {name: classed[name] for name in facts} == facts
    (mention,) = tables["mentions"].to_pylist()
    assert (mention["value"], mention["unit"], mention["framing"]) == ("1.5", "mph", "outcome")
    (relation,) = tables["relations"].to_pylist()
    assert (relation["head"], relation["tail"], relation["used"]) == (0, 0, True)
    (report,) = tables["reports"].to_pylist()
    assert (report["flags"], report["words"], report["model"]) == (["early", "late"], 2, "en_x 1")
    assert tables["errors"].to_pylist() == [
        {"source": "b.txt", "stage": "text", "error": "E112", "message": "empty",
         "sha256": "ab" * 32, "model": "en_x 1"}
    ]  # fmt: skip


@pytest.mark.parametrize("kinds", [[], ["bare"], ["bare", "full"]])
def test_types_never_depend_on_the_values(kinds: list[str], request: pytest.FixtureRequest) -> None:
    made = [request.getfixturevalue(kind)(f"{kind}.txt") for kind in kinds]
    tables = build_tables(made)
    assert {name: table.schema for name, table in tables.items()} == SCHEMAS
    assert to_frame(tables["results"]).position.dtype == "Int16"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"position": 40_000}, pa.ArrowInvalid),
        ({"status": None}, PolesitterError),
        ({"driver": "half \ud800 pair"}, UnicodeEncodeError),
        ({"evidence": (NO_WORDS,)}, PolesitterError),
    ],
)
def test_a_value_that_fits_no_column_is_an_error(
    full: MakeExtraction, change: dict[str, Any], error: type[Exception]
) -> None:
    made = full("a.txt")
    spoiled = replace(made, results=(replace(made.results[0], **change),))
    with pytest.raises(error):
        build_tables([spoiled])


def test_a_session_of_which_nothing_is_told_has_a_row(bare: MakeExtraction) -> None:
    (row,) = build_tables([bare("a.txt")])["sessions"].to_pylist()
    assert (row["source"], row["car_class"], row["evidence"]) == ("a.txt", None, [])
