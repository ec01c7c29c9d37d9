"""What a dataset has already: the reports done and the inputs set aside, by source."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from polesitter.types import ReportError


@dataclass(slots=True)
class Ledger:
    """The reports and errors tables by source, in as little memory as will do.

    `digests` has the SHA-256 of every report read, `dated` its day of publication where
    it has one; `outdated` the sources, of either table, whose model is not `model`.
    """

    model: str
    digests: dict[str, bytes] = field(default_factory=dict)
    dated: dict[str, date] = field(default_factory=dict)
    errors: dict[str, list[ReportError]] = field(default_factory=dict)
    outdated: set[str] = field(default_factory=set)

    def add(self, reports: pa.Table, errors: pa.Table) -> None:
        """Take in a part of each table, or columns of them."""
        columns = [reports[name].to_pylist() for name in ("source", "sha256", "published", "model")]
        for source, sha256, published, model in zip(*columns, strict=True):
            self.digests[source] = bytes.fromhex(sha256)
            if published is not None:
                self.dated[source] = published
            if model != self.model:
                self.outdated.add(source)
        found: dict[str, list[ReportError]] = defaultdict(list)
        for row in errors.to_pylist():
            error = ReportError(**row)
            found[error.source].append(error)
            if error.model not in (None, self.model):
                self.outdated.add(error.source)
        self.errors.update(found)

    def sources(self) -> set[str]:
        """Return every source the dataset tells of."""
        return self.digests.keys() | self.errors.keys()
