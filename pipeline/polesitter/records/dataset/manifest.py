"""The list of parts that make up a dataset, swapped as one file.

Readers that go through it see all tables of one run, or all of the run before.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field

import pyarrow as pa

from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.schemas import SCHEMA_VERSION, SCHEMAS
from polesitter.records.dataset.store import Store
from polesitter.text.own_output import FORMAT, MANIFEST


@dataclass(frozen=True, slots=True)
class Part:
    """A part as committed: the SHA-256 of its bytes and its number of rows."""

    sha256: str
    rows: int

    @classmethod
    def of(cls, content: pa.Buffer, rows: int) -> "Part":
        """Return the entry of a part with this content."""
        return cls(hashlib.sha256(content).hexdigest(), rows)


def _no_parts() -> dict[str, dict[str, Part]]:
    return {name: {} for name in SCHEMAS}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a dataset holds; `tables` has the parts of each table by file name.

    `settings` are the options that all rows were made with; "" where they differ.
    """

    buckets: int
    model: str = ""
    settings: str = ""
    schema_version: int = SCHEMA_VERSION
    tables: dict[str, dict[str, Part]] = field(default_factory=_no_parts)

    def to_json(self) -> str:
        """Return the file's text, keys sorted."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1, sort_keys=True) + "\n"


def read_manifest(store: Store) -> Manifest | None:
    """Return the manifest of a dataset; None where there is none, so no dataset.

    Raises PolesitterError (E406) where it cannot be understood.
    """
    try:
        content = json.loads(store.read(MANIFEST))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError as error:
        raise PolesitterError(Errors.E406.format(out=store.place, detail=error)) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        return None
    try:
        tables = {
            table: {name: Part(**part) for name, part in parts.items()}
            for table, parts in content["tables"].items()
        }
        named = {name: content[name] for name in ("buckets", "model", "schema_version")}
        return Manifest(**named, settings=content.get("settings", ""), tables=tables)
    except (AttributeError, KeyError, TypeError) as error:
        raise PolesitterError(Errors.E406.format(out=store.place, detail=error)) from error
