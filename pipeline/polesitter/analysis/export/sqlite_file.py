"""A dataset as one SQLite file: lists as JSON text, days as "YYYY-MM-DD"."""

import sqlite3
from contextlib import closing
from pathlib import Path

from polesitter.analysis.export.rows import batches, flat
from polesitter.analysis.schema.kinds import sqlite_kind
from polesitter.records.dataset.open import Dataset
from polesitter.records.dataset.schemas import SCHEMA_VERSION, SCHEMAS
from polesitter.text.writing import told_by_the_system

APPLICATION = 0x706F6C65
"""SQLite's mark of the program that a file belongs to: "pole"."""


def write(dataset: Dataset, path: Path) -> None:
    """Write a new file; `user_version` is the schema version."""
    with (
        told_by_the_system(sqlite3.OperationalError),
        closing(sqlite3.connect(path)) as connection,
        connection,
    ):
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        for table, schema in SCHEMAS.items():
            columns = ", ".join(
                f'"{field.name}" {sqlite_kind(field.type)}{"" if field.nullable else " NOT NULL"}'
                for field in schema
            )
            connection.execute(f"CREATE TABLE {table} ({columns})")
            marks = ", ".join("?" * len(schema))
            for rows in batches(dataset.table(table)):
                cells = [[flat(value) for value in row.values()] for row in rows]
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", cells)
            if "session_id" in schema.names:
                connection.execute(f"CREATE INDEX {table}_session ON {table} (session_id)")
            connection.execute(f"CREATE INDEX {table}_source ON {table} (source)")


def is_ours(path: Path) -> bool:
    """Tell whether an earlier export wrote the file."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            row = connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError:
        return False
    return bool(row[0] == APPLICATION)
