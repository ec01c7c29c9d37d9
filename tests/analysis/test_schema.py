"""The page and the JSON Schema say what the schemas say; schemas change by the rule.

`DOCS=rewrite` writes docs/schema.md, docs/schema.json and the schema of the present version
anew.
"""

import json
import os
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import polesitter
from polesitter.analysis.export.target import export
from polesitter.analysis.schema.evolution import Columns, breaches, columns_of
from polesitter.analysis.schema.json_schema import json_schema
from polesitter.analysis.schema.meanings import MEANINGS, TABLES
from polesitter.analysis.schema.page import schema_page
from polesitter.errors import PolesitterError
from polesitter.records.dataset.schemas import SCHEMA_VERSION, SCHEMAS
from polesitter.relations.framing.statement import OUTCOME, RANK

from .conftest import Write

KEPT = Path(__file__).parent / "schemas"


def present() -> dict[str, Columns]:
    return {name: columns_of(schema) for name, schema in SCHEMAS.items()}


def kept(version: int) -> dict[str, Columns]:
    tables = json.loads((KEPT / f"{version}.json").read_text(encoding="utf-8"))
    return {table: [(*column,) for column in columns] for table, columns in tables.items()}


def check(path: Path, text: str) -> None:
    if os.environ.get("DOCS") == "rewrite":
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, "run the tests with DOCS=rewrite"


def test_every_column_has_a_meaning_and_no_other_has() -> None:
    assert list(TABLES) == list(SCHEMAS)
    for table, schema in SCHEMAS.items():
        assert list(MEANINGS[table]) == schema.names, table


def test_the_meaning_of_framing_names_them_all() -> None:
    named = MEANINGS["mentions"]["framing"]
    assert [name for name in (OUTCOME, *RANK) if name not in named] == []


def test_the_page_is_up_to_date(root: Path) -> None:
    check(root / "docs" / "schema.md", schema_page())


def test_the_json_schema_is_up_to_date_and_valid(root: Path) -> None:
    check(
        root / "docs" / "schema.json",
        json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n",
    )
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_exported_lines_fit_the_json_schema(out: Path) -> None:
    folder = export(out, "jsonl")
    whole = json_schema()
    for table in SCHEMAS:
        validator = jsonschema.Draft202012Validator({**whole, "$ref": f"#/$defs/{table}"})
        for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines():
            validator.validate(json.loads(line))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({"source": 1})


def test_the_schema_of_this_version_is_kept_as_it_is() -> None:
    """Changed columns need a new SCHEMA_VERSION; then DOCS=rewrite keeps the new schema."""
    path = KEPT / f"{SCHEMA_VERSION}.json"
    if os.environ.get("DOCS") == "rewrite" and not path.exists():
        path.write_text(json.dumps(present(), indent=1) + "\n", encoding="utf-8")
    assert present() == kept(SCHEMA_VERSION)


@pytest.mark.parametrize("version", range(2, SCHEMA_VERSION + 1))
def test_each_version_extends_the_one_before(version: int) -> None:
    assert list(breaches(kept(version - 1), kept(version))) == []


@pytest.mark.parametrize(
    ("later", "breach"),
    [
        ([("a", "string", True), ("b", "int16", False)], []),
        ([("a", "string", True), ("b", "int16", False), ("c", "string", True)], []),
        ([("c", "string", True), ("a", "string", True), ("b", "int16", False)], []),
        ([("a", "string", True)], ["t.b is gone"]),
        ([("a", "string", True), ("b", "int32", False)], ["t.b was int16 and is int32"]),
        ([("a", "string", True), ("b", "int16", True)], ["t.b may now be null"]),
        (
            [("a", "string", True), ("b", "int16", False), ("c", "string", False)],
            ["t.c is new and must not be null"],
        ),
    ],
)
def test_breaches(later: Columns, breach: list[str]) -> None:
    earlier = {"t": [("a", "string", True), ("b", "int16", False)]}
    assert list(breaches(earlier, {"t": later})) == breach
    assert list(breaches(earlier, {})) == ["t is gone"]


def earlier_dataset(out: Path) -> None:
    """Make a dataset one of version 1: errors without sha256 and model."""
    path = out / "errors" / "part-0000.parquet"
    rows = pa.table(
        {"source": ["x.txt"], "stage": ["read"], "error": ["OSError"], "message": ["gone"]}
    )
    pq.write_table(rows, path)
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    manifest["schema_version"] = 1
    (out / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def test_an_earlier_dataset_is_refused_and_its_files_read_by_name(out: Path) -> None:
    earlier_dataset(out)
    with pytest.raises(PolesitterError, match="schema version 1"):
        polesitter.open(out)
    rows = pq.read_table(out / "errors", schema=SCHEMAS["errors"]).to_pylist()
    assert rows == [
        {"source": "x.txt", "stage": "read", "error": "OSError", "message": "gone",
         "sha256": None, "model": None},
    ]  # fmt: skip


def test_extract_brings_an_earlier_dataset_up_to_date(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Migration: the reports are read anew, and all tables have the present schema."""
    from polesitter.run.batch import run_batch

    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parent.parent / "run"))
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text("Ann took pole.", encoding="utf-8")
    out = write([])
    earlier_dataset(out)
    run_batch([str(reports)], out, workers=1, model="fake_model:load")
    dataset = polesitter.open(out)
    assert dataset.manifest.schema_version == SCHEMA_VERSION
    assert [row["driver"] for row in dataset.table("results").to_pylist()] == ["Ann"]
    assert dataset.table("errors").num_rows == 0
    for table, schema in SCHEMAS.items():
        assert dataset.table(table).schema.names == schema.names
