"""Arrow types as people, SQLite and JSON Schema name them."""

from typing import Any

import pyarrow as pa


def kind_text(kind: pa.DataType) -> str:
    """Return a type in words: "text", "whole number (int16)", "list of text"."""
    if pa.types.is_list(kind):
        return f"list of {kind_text(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "struct"
    if pa.types.is_integer(kind):
        return f"whole number ({kind})"
    if pa.types.is_floating(kind):
        return f"number ({'float64' if kind.bit_width == 64 else 'float32'})"
    if pa.types.is_boolean(kind):
        return "true or false"
    return "day" if pa.types.is_date(kind) else "text"


def json_kind(kind: pa.DataType) -> dict[str, Any]:
    """Return a type as JSON Schema."""
    if pa.types.is_list(kind):
        return {"type": "array", "items": json_kind(kind.value_type)}
    if pa.types.is_struct(kind):
        return json_object({field.name: field for field in kind.fields})
    if pa.types.is_integer(kind):
        half = 2 ** (kind.bit_width - 1)
        return {"type": "integer", "minimum": -half, "maximum": half - 1}
    if pa.types.is_floating(kind):
        return {"type": "number"}
    if pa.types.is_boolean(kind):
        return {"type": "boolean"}
    return {"type": "string", **({"format": "date"} if pa.types.is_date(kind) else {})}


def json_object(fields: dict[str, pa.Field]) -> dict[str, Any]:
    """Return fields as a JSON Schema object: all there, no other, null where they may be."""
    properties = {}
    for name, field in fields.items():
        described = json_kind(field.type)
        if field.nullable:
            described["type"] = [described["type"], "null"]
        properties[name] = described
    return {
        "type": "object",
        "properties": properties,
        "required": list(fields),
        "additionalProperties": False,
    }


def sqlite_kind(kind: pa.DataType) -> str:
    """Return the SQLite type of a column; lists are JSON text, days "YYYY-MM-DD"."""
    if pa.types.is_integer(kind) or pa.types.is_boolean(kind):
        return "INTEGER"
    return "REAL" if pa.types.is_floating(kind) else "TEXT"
