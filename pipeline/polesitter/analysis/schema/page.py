"""docs/schema.md, made from the schemas and the meanings."""

from polesitter.analysis.schema.kinds import kind_text
from polesitter.analysis.schema.meanings import MEANINGS, TABLES
from polesitter.records.dataset.schemas import SCHEMA_VERSION, SCHEMAS

INTRODUCTION = """\
# The tables

An output folder holds six tables, each a folder of Parquet files with the schema below. This page
is made from the schemas and checked against them by the tests; `docs/schema.json` says the same
as JSON Schema, for the lines of `polesitter export OUT --to jsonl`.

Schema version {version}. The file metadata of every part holds `schema_version` and `model`.

## How the schema changes

1. Columns are only added: at the end of a table or beside their kin, and nullable. None is
   renamed, retyped or given another meaning; a column that is no longer filled stays, null.
2. Each change raises the number. A program that names the columns it reads can read later
   versions as it reads this one.
3. The tables can always be made again from the reports. So nothing is migrated in place:
   `polesitter.open` refuses another version (E404), and `polesitter extract` on the same folder
   reads the reports anew. Where the reports are gone, read the older files by name: a column
   that they lack is null (`union_by_name` in DuckDB, a schema in PyArrow or polars).

The schemas of all versions are kept in `tests/analysis/schemas/`, and the tests hold each to be
an extension of the one before.
"""


def schema_page() -> str:
    """Return the text of docs/schema.md."""
    parts = [INTRODUCTION.format(version=SCHEMA_VERSION)]
    for table, schema in SCHEMAS.items():
        rows = [
            f"| `{field.name}` | {kind_text(field.type)} | {'yes' if field.nullable else 'no'} "
            f"| {MEANINGS[table][field.name]} |"
            for field in schema
        ]
        header = "| column | type | null | meaning |\n|---|---|---|---|"
        parts.append(f"## `{table}`\n\n{TABLES[table]}\n\n{header}\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)
