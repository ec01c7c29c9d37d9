"""Writing a dataset: parts made apart, renamed one by one, the manifest swapped last.

Until the manifest is swapped, the parts it lists are kept in `.previous`, so that a
reader who goes through it finds them whole, and a run cut short is undone by the next.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from polesitter.errors import Errors, PolesitterError
from polesitter.records.files import keep_copy, move_into_place, sha256_of, sync
from polesitter.records.manifest import MANIFEST, Manifest, Part, read_manifest
from polesitter.records.parts import BUCKETS, part_name, write_part
from polesitter.records.schemas import SCHEMAS
from polesitter.records.staging import staged_files, staged_rows

LOCK = ".lock"
STAGING = ".staging"
PREVIOUS = ".previous"


class DatasetWriter:
    """A dataset held for writing; get one from `writing`.

    `rows` is the folder to stage rows in (polesitter.records.staging), `buckets` the
    number of buckets to stage them by.
    """

    def __init__(self, out: Path, manifest: Manifest) -> None:
        self.out = out
        self.manifest = manifest
        self.buckets = manifest.buckets
        self.rows = out / STAGING / "rows"

    def commit(self, model: str) -> Manifest:
        """Make the staged rows the whole content of the dataset; return its manifest."""
        made = Manifest(self.buckets, model, tables=self._make_parts(model))
        self._keep_previous(made)
        for table, parts in made.tables.items():
            for name, part in parts.items():
                if not _is_part(self.out / table / name, part):
                    move_into_place(self._made(table, name), self.out / table / name)
            for name in self.manifest.tables.get(table, {}).keys() - parts.keys():
                (self.out / table / name).unlink(missing_ok=True)
            sync(self.out / table)
        write_manifest(self.out, made)
        self.manifest = made
        shutil.rmtree(self.out / PREVIOUS, ignore_errors=True)
        return made

    def _made(self, table: str, name: str) -> Path:
        return self.out / STAGING / "parts" / table / name

    def _make_parts(self, model: str) -> dict[str, dict[str, Part]]:
        tables: dict[str, dict[str, Part]] = {}
        for table in SCHEMAS:
            (self.out / table).mkdir(exist_ok=True)
            self._made(table, "").mkdir(parents=True)
            tables[table] = {}
            files = staged_files(self.rows, table)
            for bucket in range(self.buckets):
                rows = staged_rows(files, table, bucket)
                # The first part is always there: it gives an empty table its columns.
                if rows.num_rows or bucket == 0:
                    path = self._made(table, part_name(bucket))
                    write_part(path, table, rows, model)
                    sync(path)
                    tables[table][path.name] = Part(sha256_of(path), rows.num_rows)
        return tables

    def _keep_previous(self, made: Manifest) -> None:
        for table, parts in self.manifest.tables.items():
            for name, part in parts.items():
                path = self.out / table / name
                if made.tables.get(table, {}).get(name) != part and path.exists():
                    keep_copy(path, self.out / PREVIOUS / table / name)


@contextmanager
def writing(out: Path) -> Iterator[DatasetWriter]:
    """Hold a dataset for writing, made if need be; what a run cut short left is undone.

    Raises PolesitterError where `out` holds something else (E401) or another run
    holds it (E402).
    """
    check_output(out)
    out.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(out / LOCK, timeout=0):
            shutil.rmtree(out / STAGING, ignore_errors=True)
            manifest = read_manifest(out)
            if manifest is None:
                manifest = Manifest(BUCKETS)
                # From now on the folder can be told to be a dataset, if an empty one.
                write_manifest(out, manifest)
            recover(out, manifest)
            try:
                yield DatasetWriter(out, manifest)
            finally:
                shutil.rmtree(out / STAGING, ignore_errors=True)
    except Timeout as error:
        raise PolesitterError(Errors.E402.format(out=out)) from error


def check_output(out: Path) -> None:
    """Raise PolesitterError (E401) unless `out` is new, empty or a dataset."""
    if not out.exists():
        return
    if out.is_dir():
        found = {path.name for path in out.iterdir()}
        if found <= {LOCK, STAGING} or read_manifest(out) is not None:
            return
    raise PolesitterError(Errors.E401.format(out=out))


def recover(out: Path, manifest: Manifest) -> None:
    """Undo a commit cut short: the parts on disk become those of the manifest."""
    for table in SCHEMAS:
        parts = manifest.tables.get(table, {})
        for path in sorted((out / table).glob("part-*.parquet")):
            if path.name not in parts:
                path.unlink()
        for kept in sorted((out / PREVIOUS / table).glob("part-*.parquet")):
            if kept.name in parts and _is_part(kept, parts[kept.name]):
                move_into_place(kept, out / table / kept.name)
    shutil.rmtree(out / PREVIOUS, ignore_errors=True)


def _is_part(path: Path, part: Part) -> bool:
    return path.exists() and sha256_of(path) == part.sha256


def write_manifest(out: Path, manifest: Manifest) -> None:
    """Swap the manifest in one step."""
    staged = out / STAGING / MANIFEST
    staged.parent.mkdir(exist_ok=True)
    staged.write_text(manifest.to_json(), encoding="utf-8")
    sync(staged)
    move_into_place(staged, out / MANIFEST)
