"""The rule by which schemas may change, as code."""

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa

Columns = Sequence[tuple[str, str, bool]]
"""Name, type and nullability of the columns of a table, in order."""


def columns_of(schema: pa.Schema) -> list[tuple[str, str, bool]]:
    """Return a schema as plain values, to be kept as JSON."""
    return [(field.name, str(field.type), field.nullable) for field in schema]


def breaches(earlier: Mapping[str, Columns], later: Mapping[str, Columns]) -> Iterator[str]:
    """Yield what in `later` breaks a program that reads `earlier` by name; both by table."""
    for table, columns in earlier.items():
        if table not in later:
            yield f"{table} is gone"
            continue
        now = {name: (kind, nullable) for name, kind, nullable in later[table]}
        for name, kind, nullable in columns:
            if name not in now:
                yield f"{table}.{name} is gone"
            elif now[name][0] != kind:
                yield f"{table}.{name} was {kind} and is {now[name][0]}"
            elif now[name][1] and not nullable:
                yield f"{table}.{name} may now be null"
        known = {name for name, _, _ in columns}
        for name, _, nullable in later[table]:
            if name not in known and not nullable:
                yield f"{table}.{name} is new and must not be null"
