"""The project's own format: `<id>.txt` with marks and `<id>.json` with records, corpus/GUIDE.md."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport, read_gold_report
from polesitter.learn.exchange.item import Item, SetAside
from polesitter.text.plain import MARK, remark, unmark


def read_folder(folder: Path) -> Iterator[Item]:
    """Yield the annotated reports of a folder, sorted by id, and what was set aside."""
    for path in sorted(folder.glob("*.json")):
        try:
            yield read_gold_report(path)
        except PolesitterError as error:
            yield SetAside(path.name, str(error).removeprefix(f"{path}: "))


def write_folder(
    reports: Iterable[GoldReport], folder: Path, *, replace: bool = False
) -> list[Item]:
    """Write both files of each report; return those that could not be.

    A report whose marks would not be read back as they are is set aside, and so is one
    that exists already unless `replace`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    aside: list[Item] = []
    for report in reports:
        path = folder / f"{report.id}.json"
        marked = remark(report.text, report.marks)
        if not replace and (path.exists() or path.with_suffix(".txt").exists()):
            aside.append(SetAside(path.name, Errors.E643.format(path=path)))
        elif unmark(marked) != (report.text, list(report.marks)):
            aside.append(SetAside(path.name, Errors.E641, offset=_first_lost(report)))
        else:
            path.with_suffix(".txt").write_bytes(marked.encode())
            path.write_bytes(record_of(report).encode())
    return aside


def record_of(report: GoldReport) -> str:
    """Return the JSON of a report: one row per line, keys as they came."""
    rows = [f"    {_json(row)}" for row in report.records]
    body = "[\n" + ",\n".join(rows) + "\n  ]" if rows else "[]"
    return (
        f'{{\n  "id": {_json(report.id)},\n  "session": {_json(report.session)},\n'
        f'  "records": {body}\n}}\n'
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _first_lost(report: GoldReport) -> int:
    """Where the first mark stands that cannot be written, or text that looks like one."""
    alike = MARK.search(report.text)
    if alike is not None:
        return alike.start()
    for mark in report.marks:
        if unmark(remark(report.text, [mark]))[1] != [mark]:
            return mark.start
    return 0
