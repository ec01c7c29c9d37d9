"""A dataset as one DuckDB file, lists and structs kept, columns commented."""

from pathlib import Path

from polesitter.analysis.schema.meanings import MEANINGS, TABLES
from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.open import Dataset
from polesitter.records.dataset.schemas import SCHEMA_VERSION, SCHEMAS
from polesitter.text.writing import told_by_the_system

ABOUT = "polesitter"
"""The table that tells what wrote the file: schema version and model."""


def write(dataset: Dataset, path: Path) -> None:
    """Write a new file. Raises PolesitterError (E721) where duckdb is not installed."""
    try:
        import duckdb
    except ImportError as error:
        needed = {"what": "write DuckDB files", "package": "duckdb", "extra": "duckdb"}
        raise PolesitterError(Errors.E721.format(**needed)) from error
    with told_by_the_system(duckdb.IOException), duckdb.connect(str(path)) as connection:
        connection.execute(f"CREATE TABLE {ABOUT} (schema_version INTEGER, model VARCHAR)")
        connection.execute(f"INSERT INTO {ABOUT} VALUES (?, ?)", [SCHEMA_VERSION, dataset.model])
        for table in SCHEMAS:
            connection.register("rows", dataset.table(table))
            connection.execute(f"CREATE TABLE {table} AS SELECT * FROM rows")
            connection.unregister("rows")
            connection.execute(f"COMMENT ON TABLE {table} IS {_quoted(TABLES[table])}")
            for column, meaning in MEANINGS[table].items():
                place = f'{table}."{column}"'
                connection.execute(f"COMMENT ON COLUMN {place} IS {_quoted(meaning)}")


def is_ours(path: Path) -> bool:
    """Tell whether an earlier export wrote the file."""
    import duckdb

    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            connection.execute(f"SELECT schema_version FROM {ABOUT}")
    except duckdb.Error:
        return False
    return True


def _quoted(text: str) -> str:
    # COMMENT takes no parameters; the texts are our own.
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
