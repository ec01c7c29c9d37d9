"""Reading a dataset: all tables as one run wrote them."""

import hashlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.frame import to_frame
from polesitter.records.dataset.manifest import Manifest, Part, read_manifest
from polesitter.records.dataset.parts import read_part
from polesitter.records.dataset.schemas import SCHEMA_VERSION, SCHEMAS, stamped
from polesitter.records.dataset.store import Store, open_store
from polesitter.records.dataset.write import PREVIOUS

if TYPE_CHECKING:
    import pandas as pd


class Dataset:
    """The tables of one run as DataFrames, each read when first asked for.

    All tables belong to one manifest, read on opening. Rows are sorted by source.
    """

    def __init__(self, store: Store, manifest: Manifest) -> None:
        self.store = store
        self.manifest = manifest

    @property
    def model(self) -> str:
        """Name and version of the model that wrote the dataset; "" before the first run."""
        return self.manifest.model

    @cached_property
    def results(self) -> "pd.DataFrame":
        """One row per competitor, class, session and report."""
        return to_frame(self.table("results"))

    @cached_property
    def sessions(self) -> "pd.DataFrame":
        """One row per report, session and class."""
        return to_frame(self.table("sessions"))

    @cached_property
    def mentions(self) -> "pd.DataFrame":
        """One row per entity or measure found in a report."""
        return to_frame(self.table("mentions"))

    @cached_property
    def relations(self) -> "pd.DataFrame":
        """One row per relation found between two mentions, used or not."""
        return to_frame(self.table("relations"))

    @cached_property
    def reports(self) -> "pd.DataFrame":
        """One row per report read."""
        return to_frame(self.table("reports"))

    @cached_property
    def errors(self) -> "pd.DataFrame":
        """One row per input set aside."""
        return to_frame(self.table("errors"))

    def table(self, name: str) -> pa.Table:
        """Return a table as Arrow, with the versions in its metadata.

        Raises KeyError for an unknown name, PolesitterError (E405) where a part is
        missing, damaged or already replaced by a later run: then open it anew.
        """
        schema = stamped(SCHEMAS[name], self.model)
        rows = [schema.empty_table(), *self._read_parts(name)]
        return pa.concat_tables(rows).sort_by("source").combine_chunks()

    def _read_parts(self, name: str) -> Iterator[pa.Table]:
        for part_name, part in sorted(self.manifest.tables[name].items()):
            content = self._read(f"{name}/{part_name}", part)
            yield read_part(pa.py_buffer(content), name)

    def _read(self, place: str, part: Part) -> bytes:
        # During a commit the part of this manifest may already have moved to PREVIOUS,
        # and after a commit undone it may have moved back.
        for name in (place, f"{PREVIOUS}/{place}", place):
            try:
                content = self.store.read(name)
            except FileNotFoundError:
                continue
            if hashlib.sha256(content).hexdigest() == part.sha256:
                return content
        raise PolesitterError(Errors.E405.format(out=self.store.place, part=place))


def open_dataset(out: str | Path) -> Dataset:
    """Open the output of a run: a folder, or an fsspec URL.

    Raises PolesitterError where it is none (E403) or of another schema version (E404).
    """
    store = open_store(out)
    manifest = read_manifest(store)
    if manifest is None:
        raise PolesitterError(_no_output(store, out))
    if manifest.schema_version != SCHEMA_VERSION:
        raise PolesitterError(
            Errors.E404.format(out=out, found=manifest.schema_version, wanted=SCHEMA_VERSION)
        )
    return Dataset(store, manifest)


def _no_output(store: Store, out: str | Path) -> str:
    """Say that nothing was written there; a folder with other files may be that of the reports."""
    try:
        others = store.entries()
    except NotADirectoryError:
        others = {"a file"}
    reports, new = (out, "OUT") if others else ("REPORTS", out)
    return Errors.E403.format(out=out, reports=reports, new=new)
