"""The tables as JSON Schema: what each line of a JSON lines export is."""

from typing import Any

from polesitter.analysis.schema.kinds import json_object
from polesitter.analysis.schema.meanings import MEANINGS, TABLES
from polesitter.records.dataset.schemas import SCHEMA_VERSION, SCHEMAS
from polesitter.text.own_output import FORMAT


def json_schema() -> dict[str, Any]:
    """Return one definition per table under `$defs`, by the table's name (draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "x-schema-version": SCHEMA_VERSION,
        "$defs": {table: _table(table) for table in SCHEMAS},
    }


def _table(table: str) -> dict[str, Any]:
    described = json_object({field.name: field for field in SCHEMAS[table]})
    for name, column in described["properties"].items():
        column["description"] = MEANINGS[table][name]
    return {"description": TABLES[table], **described}
