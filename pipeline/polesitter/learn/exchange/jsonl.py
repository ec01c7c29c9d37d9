"""JSON lines, read so that a broken line costs only itself."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from polesitter.errors import Errors
from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.item import Item, Sheet, UnfitError, gold_of


def read_lines(
    path: Path, sheet_of: Callable[[dict[str, Any], str], Sheet | None]
) -> Iterator[Item]:
    """Yield the report of each line that is not empty, or why it was set aside.

    `sheet_of` takes the object of a line and an id for it, should it have none; it may
    raise UnfitError, or return None for a line that was not asked for.
    """
    # Lines end at \n alone: JSON strings may hold U+2028 and its like as they are.
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            sheet = sheet_of(_object(line), f"{path.stem}-{number:04}")
            if sheet is not None:
                yield gold_of(sheet)
        except UnfitError as error:
            yield error.at(path.name, number)


def write_lines(
    path: Path, reports: Iterable[GoldReport], object_of: Callable[[GoldReport], dict[str, Any]]
) -> None:
    """Write one object per report."""
    lines = [json.dumps(object_of(report), ensure_ascii=False) + "\n" for report in reports]
    path.write_bytes("".join(lines).encode())


def objects(value: object, what: str) -> list[dict[str, Any]]:
    """Return a list of objects as what it is; raises UnfitError where it is none."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise UnfitError(Errors.E633.format(what=what))
    return value


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnfitError(Errors.E620.format(detail=error)) from error
    if not isinstance(value, dict):
        raise UnfitError(Errors.E620.format(detail="no object in braces"))
    return value
