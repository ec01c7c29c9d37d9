"""Data a component carries with the model: plain JSON, kept packed beside its config."""

import gzip
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Self

import srsly
from spacy.util import ensure_path

from polesitter.text.batches import ByBatch

FILE = "data.json.gz"


class Carried(ByBatch):
    """A component whose learned or edited data is one JSON object, `data`.

    Subclasses override `prepare` to derive from `data` what they need at run time. Copies
    and pickles have the attributes named in `kept`, and derive the rest anew.
    """

    kept: ClassVar[tuple[str, ...]] = ("name", "data")

    def __init__(self, name: str) -> None:
        self.name = name
        self.data: dict[str, Any] = {}
        self.prepare()

    def set_data(self, data: dict[str, Any]) -> Self:
        """Take new data and prepare for it."""
        self.data = data
        self.prepare()
        return self

    def prepare(self) -> None:
        """Derive what run time needs from `data`; called after every change of it."""

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.kept}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        self.__dict__.update(state)
        self.prepare()

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The data as bytes."""
        return bytes(srsly.json_dumps(self.data, sort_keys=True).encode("utf-8"))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Read the data from bytes."""
        return self.set_data(srsly.json_loads(data.decode("utf-8")))

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the data into a folder."""
        folder = ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_bytes(packed(self.to_bytes()))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Read the data from a folder."""
        return self.from_bytes(gzip.decompress((ensure_path(path) / FILE).read_bytes()))


def packed(data: bytes) -> bytes:
    """Pack bytes with gzip; the same give the same, whatever the time."""
    return gzip.compress(data, mtime=0)
