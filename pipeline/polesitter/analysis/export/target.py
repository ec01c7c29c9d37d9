"""Where an export goes: written apart, then put in place whole."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from polesitter.analysis.export import duckdb_file, sqlite_file, text_files
from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.open import Dataset, open_dataset
from polesitter.text.writing import writing_to

Format = Literal["duckdb", "sqlite", "csv", "jsonl"]


@dataclass(frozen=True, slots=True)
class _Way:
    """`ending`: of the default name, after that of the output folder."""

    ending: str
    write: Callable[[Dataset, Path], None]
    is_ours: Callable[[Path], bool]


_WAYS: dict[Format, _Way] = {
    "duckdb": _Way(".duckdb", duckdb_file.write, duckdb_file.is_ours),
    "sqlite": _Way(".sqlite", sqlite_file.write, sqlite_file.is_ours),
    "csv": _Way("-csv", text_files.write_csv, text_files.is_ours),
    "jsonl": _Way("-jsonl", text_files.write_jsonl, text_files.is_ours),
}


def export(out: Path, to: Format, target: Path | None = None) -> Path:
    """Write all tables of an output folder; return the file or folder written.

    `target`: if left out, beside the output folder, under its name. What an earlier
    export wrote there is replaced in one step, so that twice is as good as once. Raises
    PolesitterError where something else stands there (E726), nothing can be written there
    (E126), a package is missing (E721) or `out` is no dataset (E403, E404).
    """
    way = _WAYS[to]
    dataset = open_dataset(out)
    target = target or out.resolve().with_name(out.resolve().name + way.ending)
    if target.exists() and not (_is_same_kind(target, to) and way.is_ours(target)):
        raise PolesitterError(Errors.E726.format(path=target))
    with writing_to(target):
        _write_apart(dataset, way, target)
    return target


def _write_apart(dataset: Dataset, way: _Way, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.unfinished")
    _remove(unfinished)
    try:
        way.write(dataset, unfinished)
        if target.is_dir():
            shutil.rmtree(target)
        unfinished.replace(target)
    finally:
        _remove(unfinished)


def _is_same_kind(target: Path, to: Format) -> bool:
    return target.is_dir() if to in ("csv", "jsonl") else target.is_file()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
