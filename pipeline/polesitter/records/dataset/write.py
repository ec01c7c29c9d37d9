"""Writing a dataset: parts made apart, put in place one by one, the manifest swapped last.

Until the manifest is swapped, the parts it lists are kept in `.previous`, so that a
reader who goes through it finds them whole, and a run cut short is undone by the next.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.ledger import Ledger
from polesitter.records.dataset.local_store import LOCK
from polesitter.records.dataset.lock import held, sign
from polesitter.records.dataset.manifest import Manifest, Part, read_manifest
from polesitter.records.dataset.parts import (
    BUCKETS,
    bucket_of,
    merged,
    part_bytes,
    part_name,
    read_part,
)
from polesitter.records.dataset.schemas import SCHEMA_VERSION, SCHEMAS
from polesitter.records.dataset.staging import ROWS, Staged, staged_sources
from polesitter.records.dataset.store import STAGING, Store
from polesitter.records.dataset.tables import Tables
from polesitter.text.among_tables import refuse_among_tables
from polesitter.text.own_output import MANIFEST

PREVIOUS = ".previous"
MADE = f"{STAGING}/parts"

Parts = dict[str, dict[str, Part]]


class DatasetWriter:
    """A dataset held for writing; get one from `writing`.

    Stage rows with polesitter.records.dataset.staging, by `buckets` buckets, then commit.
    `damaged` are the buckets of which a part is lost: their reports must be read again.
    """

    def __init__(self, store: Store, manifest: Manifest) -> None:
        self.store = store
        self.manifest = manifest
        self.buckets = manifest.buckets
        self.damaged = _damaged_buckets(store, manifest)

    @property
    def has_staged(self) -> bool:
        """Tell whether shards are staged, by this run or by one that was cut short."""
        return bool(self.store.names(ROWS))

    def is_behind(self, model: str) -> bool:
        """Tell whether parts are lost, or of another model's run."""
        return bool(self.damaged) or model != self.manifest.model

    def ledger(self, model: str) -> Ledger:
        """Return what the dataset has already, for a run with `model`."""
        ledger = Ledger(model)
        columns = ["source", "sha256", "published", "model"]
        for bucket in range(self.buckets):
            ledger.add(self._present("reports", bucket, columns), self._present("errors", bucket))
        return ledger

    def errors_by_kind(self) -> Counter[str]:
        """Count the errors of the dataset by their kind."""
        kinds: Counter[str] = Counter()
        for bucket in range(self.buckets):
            kinds.update(self._present("errors", bucket)["error"].to_pylist())
        return kinds

    def settle(self, settings: str) -> None:
        """Write down the settings of the rows, or "" where they differ from row to row."""
        if settings != self.manifest.settings:
            self._swap(replace(self.manifest, settings=settings))

    def commit(self, model: str, drop: Set[str] = frozenset()) -> Manifest:
        """Merge the staged rows into the dataset; return its manifest.

        What the dataset had of a staged source is replaced, and what it had of the
        sources in `drop` is gone. Nothing is staged any more thereafter.
        """
        tables = self._make_parts(model, drop)
        made = replace(self.manifest, model=model, schema_version=SCHEMA_VERSION, tables=tables)
        if made != self.manifest or self.store.names(MADE):
            self._put_in_place(made)
        self.store.remove_folder(ROWS)
        self.store.remove_folder(MADE)
        self.store.remove_folder(PREVIOUS)
        self.damaged = set()
        return made

    def _make_parts(self, model: str, drop: Set[str]) -> Parts:
        staged = Staged(self.store)
        dropped: dict[int, set[str]] = defaultdict(set)
        for source in drop:
            dropped[bucket_of(source, self.buckets)].add(source)
        tables: Parts = {table: {} for table in SCHEMAS}
        stale = model != self.manifest.model
        for bucket in range(self.buckets):
            rows = staged.rows(bucket)
            gone = staged_sources(rows) | dropped[bucket]
            if gone or stale or bucket in self.damaged:
                self._make_bucket(tables, bucket, rows, gone, model)
            else:
                self._leave_bucket(tables, bucket)
        return tables

    def _make_bucket(
        self, tables: Parts, bucket: int, staged: Tables, gone: Set[str], model: str
    ) -> None:
        name = part_name(bucket)
        for table in SCHEMAS:
            rows = merged(table, self._present(table, bucket), staged[table], gone)
            # The first part is always there: it gives an empty table its columns.
            if rows.num_rows or bucket == 0:
                content = part_bytes(table, rows, model)
                part = Part.of(content, rows.num_rows)
                tables[table][name] = part
                if bucket in self.damaged or part != self._part(table, bucket):
                    self.store.write(f"{MADE}/{table}/{name}", content)

    def _leave_bucket(self, tables: Parts, bucket: int) -> None:
        for table in SCHEMAS:
            part = self._part(table, bucket)
            if part is not None:
                tables[table][part_name(bucket)] = part

    def _put_in_place(self, made: Manifest) -> None:
        for table, parts in self.manifest.tables.items():
            for name, part in parts.items():
                if made.tables[table].get(name) != part and self.store.exists(f"{table}/{name}"):
                    self.store.keep(f"{table}/{name}", f"{PREVIOUS}/{table}/{name}")
            self.store.sync(f"{PREVIOUS}/{table}")
        self.store.sync(PREVIOUS)
        self.store.sync("")
        for name in self.store.names(MADE):
            self.store.move(name, name.removeprefix(f"{MADE}/"))
        for table, parts in self.manifest.tables.items():
            for name in parts.keys() - made.tables[table].keys():
                self.store.remove(f"{table}/{name}")
        for table in SCHEMAS:
            self.store.sync(table)
        self._swap(made)

    def _swap(self, made: Manifest) -> None:
        write_manifest(self.store, made)
        self.manifest = made

    def _part(self, table: str, bucket: int) -> Part | None:
        return self.manifest.tables[table].get(part_name(bucket))

    def _present(self, table: str, bucket: int, columns: list[str] | None = None) -> pa.Table:
        """Return the rows of a bucket; none where a part of it is lost."""
        if bucket in self.damaged or self._part(table, bucket) is None:
            return SCHEMAS[table].empty_table()
        return read_part(self.store.view(f"{table}/{part_name(bucket)}"), table, columns)


@contextmanager
def writing(
    store: Store, *, wait: float = 0, buckets: int | None = None
) -> Iterator[DatasetWriter]:
    """Hold a dataset for writing, made if need be; a commit cut short is undone.

    Shards that a run cut short had staged are kept: commit them. Shards that this run
    leaves staged are kept as well. `wait`: seconds to wait for another writer. `buckets`:
    parts per table of a new dataset. Raises PolesitterError where the place holds
    something else (E401) or another run holds it (E402).
    """
    check_output(store)
    store.prepare(STAGING)
    with held(store, wait):
        sign(store)
        manifest = read_manifest(store)
        if manifest is None:
            manifest = Manifest(buckets or BUCKETS)
            # From now on the folder can be told to be a dataset, if an empty one.
            write_manifest(store, manifest)
        recover(store, manifest)
        writer = DatasetWriter(store, manifest)
        try:
            yield writer
        finally:
            if not writer.has_staged:
                store.remove_folder(STAGING)


def write_manifest(store: Store, manifest: Manifest) -> None:
    """Swap the manifest in one step."""
    store.write(MANIFEST, manifest.to_json().encode())
    store.sync("")


def looking(store: Store) -> DatasetWriter:
    """Return a dataset to look at: it is not held, so do not write."""
    return DatasetWriter(store, read_manifest(store) or Manifest(BUCKETS))


def check_output(store: Store) -> None:
    """Raise PolesitterError (E401) unless the place is new, empty or a dataset.

    (E131) where it lies in a table of another.
    """
    refuse_among_tables(Path(store.place))
    try:
        found = store.entries()
    except NotADirectoryError:
        found = {"a file"}
    if found and not found <= {LOCK, STAGING} and read_manifest(store) is None:
        raise PolesitterError(Errors.E401.format(out=store.place))


def recover(store: Store, manifest: Manifest) -> None:
    """Undo a commit cut short: the parts on disk become those of the manifest."""
    kept = set(store.names(PREVIOUS))
    for table in SCHEMAS:
        parts = manifest.tables.get(table, {})
        store.prepare(table)
        for name in store.names(table):
            file = name.removeprefix(f"{table}/")
            if file.startswith("part-") and file not in parts:
                store.remove(name)
        for file, part in parts.items():
            copy = f"{PREVIOUS}/{table}/{file}"
            if copy in kept and store.sha256(copy) == part.sha256:
                store.move(copy, f"{table}/{file}")
    store.remove_folder(PREVIOUS)
    store.remove_folder(MADE)
    store.remove_folder(f"{STAGING}/unfinished")


def _damaged_buckets(store: Store, manifest: Manifest) -> set[int]:
    if manifest.schema_version != SCHEMA_VERSION or not any(manifest.tables.values()):
        return set(range(manifest.buckets))
    return {
        bucket
        for bucket in range(manifest.buckets)
        for table in SCHEMAS
        for part in [manifest.tables.get(table, {}).get(part_name(bucket))]
        if part is not None and not store.is_whole(f"{table}/{part_name(bucket)}", part.sha256)
    }
