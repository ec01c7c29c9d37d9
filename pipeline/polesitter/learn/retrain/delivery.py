"""The new annotated reports as they come: pairs of our own, or what a tool exported."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.folder import record_of
from polesitter.learn.exchange.item import Item, SetAside
from polesitter.learn.exchange.label_studio import read_label_studio
from polesitter.learn.exchange.prodigy import read_prodigy
from polesitter.learn.retrain.cut_words import cut_word
from polesitter.learn.retrain.errors import RetrainErrors
from polesitter.learn.retrain.outcome import Refusal
from polesitter.text.plain import remark, unmark

TOOLS: dict[str, Callable[[Path], Iterator[Item]]] = {
    ".jsonl": read_prodigy,
    ".json": read_label_studio,
}
"""Readers of exports by suffix; a .json beside a .txt of its name is a report of our own."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """One report as the two files of corpus/GUIDE.md, unchecked. `origin`: the file it is from."""

    id: str
    marked: bytes
    record: bytes
    origin: Path
    from_tool: bool = False


Delivery: TypeAlias = Delivered | Refusal


def read_deliveries(paths: Sequence[Path]) -> Iterator[Delivery]:
    """Yield the reports of folders and files in order, each id once.

    Raises PolesitterError where a path is missing (E101), of no known format (E653) or
    holds no reports (E654).
    """
    seen: dict[str, Delivered] = {}
    for path in paths:
        found = False
        for delivery in _deliveries(path):
            found = True
            if isinstance(delivery, Refusal):
                yield delivery
            elif delivery.id not in seen:
                seen[delivery.id] = delivery
                yield delivery
            elif not _alike(seen[delivery.id], delivery):
                yield Refusal(delivery.id, Errors.E631.format(id=delivery.id))
        if not found:
            raise PolesitterError(RetrainErrors.E654.format(path=path))


def _deliveries(path: Path) -> Iterator[Delivery]:
    if not path.exists():
        raise PolesitterError(Errors.E701.format(source=path, message=Errors.E101))
    if path.is_dir():
        for file in _files(path):
            yield from _of_file(file)
    elif path.suffix in (".txt", *TOOLS):
        yield from _of_file(path)
    else:
        raise PolesitterError(RetrainErrors.E653.format(path=path))


def _files(folder: Path) -> list[Path]:
    """The files of a folder that hold reports, a pair by its .json alone."""
    return sorted(
        path
        for path in folder.iterdir()
        if not path.name.startswith(".")
        and (path.suffix in TOOLS or (path.suffix == ".txt" and not _other_half(path).exists()))
    )


def _of_file(path: Path) -> Iterator[Delivery]:
    if path.suffix == ".txt" or _other_half(path).exists():
        yield _pair(path)
    else:
        for item in TOOLS[path.suffix](path):
            yield _refused(item) if isinstance(item, SetAside) else _exported(item, path)


def _other_half(path: Path) -> Path:
    return path.with_suffix(".json" if path.suffix == ".txt" else ".txt")


def _pair(path: Path) -> Delivery:
    marked, record = path.with_suffix(".txt"), path.with_suffix(".json")
    for half in (marked, record):
        if not half.is_file():
            return Refusal(path.stem, f"{half.name} is missing")
    return Delivered(path.stem, marked.read_bytes(), record.read_bytes(), path)


def _exported(report: GoldReport, path: Path) -> Delivery:
    marked = remark(report.text, report.marks)
    if unmark(marked) != (report.text, list(report.marks)):
        return cut_word(report) or Refusal(report.id, Errors.E641)
    return Delivered(report.id, marked.encode(), record_of(report).encode(), path, from_tool=True)


def _refused(item: SetAside) -> Refusal:
    return Refusal(item.source, item.reason, item.line, item.offset)


def _alike(one: Delivered, other: Delivered) -> bool:
    return (one.marked, one.record) == (other.marked, other.record)


def reports_of(deliveries: Iterable[Delivery]) -> tuple[list[Delivered], list[Refusal]]:
    """Part reports from what could not be read."""
    reports: list[Delivered] = []
    refused: list[Refusal] = []
    for delivery in deliveries:
        if isinstance(delivery, Refusal):
            refused.append(delivery)
        else:
            reports.append(delivery)
    return reports, refused
