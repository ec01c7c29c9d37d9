"""A dataset as a folder of CSV or JSON lines, one file per table, and the schema beside them."""

import csv
import json
from pathlib import Path
from typing import Any

from polesitter.analysis.export.rows import batches, flat
from polesitter.analysis.formulas import defused
from polesitter.analysis.schema.json_schema import json_schema
from polesitter.records.dataset.open import Dataset
from polesitter.records.dataset.schemas import SCHEMAS
from polesitter.text.own_output import SCHEMA


def write_csv(dataset: Dataset, folder: Path) -> None:
    """Write a new folder of .csv files: UTF-8, lists as JSON, no cell run as a formula."""
    _begin(folder)
    for table, schema in SCHEMAS.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(schema.names)
            for rows in batches(dataset.table(table)):
                writer.writerows([_cell(value) for value in row.values()] for row in rows)


def write_jsonl(dataset: Dataset, folder: Path) -> None:
    """Write a new folder of .jsonl files, one JSON object per line, nesting kept."""
    _begin(folder)
    for table in SCHEMAS:
        with (folder / f"{table}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            for rows in batches(dataset.table(table)):
                file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def is_ours(folder: Path) -> bool:
    """Tell whether an earlier export wrote the folder: it holds its files and nothing else."""
    names = {path.name for path in folder.iterdir()}
    own = {f"{table}{suffix}" for table in SCHEMAS for suffix in (".csv", ".jsonl")}
    return not names or (SCHEMA in names and names <= {*own, SCHEMA})


def _begin(folder: Path) -> None:
    folder.mkdir()
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=1)
    (folder / SCHEMA).write_text(schema + "\n", encoding="utf-8", newline="\n")


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return defused(flat(value))
