"""The columns of the six output tables, stated and never inferred."""

import pyarrow as pa

SCHEMA_VERSION = 2
"""2: errors have sha256 and model."""

_EVIDENCE = pa.list_(
    pa.field(
        "element",
        pa.struct(
            [
                pa.field("field", pa.string(), nullable=False),
                pa.field("start", pa.int32(), nullable=False),
                pa.field("end", pa.int32(), nullable=False),
                pa.field("text", pa.string(), nullable=False),
                pa.field("rule", pa.string(), nullable=False),
                pa.field("score", pa.float32(), nullable=False),
            ]
        ),
        nullable=False,
    )
)
_FLAGS = pa.list_(pa.field("element", pa.string(), nullable=False))


def _required(name: str, kind: pa.DataType) -> pa.Field:
    return pa.field(name, kind, nullable=False)


RESULTS = pa.schema(
    [
        _required("source", pa.string()),
        _required("result_id", pa.int32()),
        ("session_id", pa.string()),
        ("series", pa.string()),
        ("event", pa.string()),
        ("track", pa.string()),
        ("session_date", pa.date32()),
        ("session_name", pa.string()),
        ("car_class", pa.string()),
        ("position", pa.int16()),
        ("grid_position", pa.int16()),
        _required("starts_at_rear", pa.bool_()),
        ("driver", pa.string()),
        ("driver_id", pa.string()),
        ("team", pa.string()),
        ("team_id", pa.string()),
        ("car", pa.string()),
        ("manufacturer", pa.string()),
        ("car_number", pa.string()),
        ("speed", pa.float64()),
        ("speed_unit", pa.string()),
        ("speed_kph", pa.float64()),
        ("lap_time_s", pa.float64()),
        ("gap_s", pa.float64()),
        ("gap_to", pa.string()),
        _required("gap_approx", pa.bool_()),
        ("segment", pa.string()),
        _required("status", pa.string()),
        _required("confidence", pa.float32()),
        _required("flags", _FLAGS),
        _required("evidence", _EVIDENCE),
    ]
)

SESSIONS = pa.schema(
    [
        _required("source", pa.string()),
        ("session_id", pa.string()),
        ("series", pa.string()),
        ("event", pa.string()),
        ("track", pa.string()),
        ("session_date", pa.date32()),
        ("car_class", pa.string()),
        ("pole_driver", pa.string()),
        ("entries", pa.int32()),
        ("red_flags", pa.int32()),
        ("track_record", pa.bool_()),
        ("record_holder", pa.string()),
        ("record_year", pa.int16()),
        ("race_start", pa.string()),
        ("broadcaster", pa.string()),
        _required("evidence", _EVIDENCE),
    ]
)

MENTIONS = pa.schema(
    [
        _required("source", pa.string()),
        _required("mention_id", pa.int32()),
        _required("start", pa.int32()),
        _required("end", pa.int32()),
        _required("text", pa.string()),
        _required("label", pa.string()),
        ("entity_id", pa.string()),
        ("value", pa.string()),
        ("unit", pa.string()),
        _required("approx", pa.bool_()),
        _required("rule", pa.string()),
        _required("score", pa.float32()),
        ("framing", pa.string()),
    ]
)

RELATIONS = pa.schema(
    [
        _required("source", pa.string()),
        _required("relation_id", pa.int32()),
        _required("kind", pa.string()),
        _required("head", pa.int32()),
        ("tail", pa.int32()),
        ("value", pa.string()),
        _required("framing", pa.string()),
        _required("rule", pa.string()),
        _required("score", pa.float32()),
        _required("used", pa.bool_()),
    ]
)

REPORTS = pa.schema(
    [
        _required("source", pa.string()),
        _required("sha256", pa.string()),
        ("title", pa.string()),
        ("published", pa.date32()),
        ("text", pa.string()),
        ("series", pa.string()),
        ("event", pa.string()),
        ("track", pa.string()),
        ("session_date", pa.date32()),
        _required("words", pa.int32()),
        _required("is_qualifying", pa.float32()),
        _required("n_mentions", pa.int32()),
        _required("n_results", pa.int32()),
        _required("flags", _FLAGS),
        _required("model", pa.string()),
    ]
)

ERRORS = pa.schema(
    [
        _required("source", pa.string()),
        _required("stage", pa.string()),
        _required("error", pa.string()),
        _required("message", pa.string()),
        ("sha256", pa.string()),
        ("model", pa.string()),
    ]
)

SCHEMAS: dict[str, pa.Schema] = {
    "results": RESULTS,
    "sessions": SESSIONS,
    "mentions": MENTIONS,
    "relations": RELATIONS,
    "reports": REPORTS,
    "errors": ERRORS,
}
"""Every table of a dataset by name, in the order in which they are written."""


def stamped(schema: pa.Schema, model: str) -> pa.Schema:
    """Return the schema with its version and the model's in the file metadata."""
    return schema.with_metadata({"schema_version": str(SCHEMA_VERSION), "model": model})
