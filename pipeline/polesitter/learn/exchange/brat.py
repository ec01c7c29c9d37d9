"""brat standoff: a folder of `<id>.txt` and `<id>.ann`, and its annotation.conf.

Entities are equivalences (`*	Equiv T1 T3`), their ids notes on a mention. brat
knows nothing of a document as a whole, so records do not travel.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from polesitter.errors import Errors
from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.entities import ENTITY_ID, Span
from polesitter.learn.exchange.item import Item, Sheet, UnfitError, gold_of, span_of, text_of
from polesitter.types import LABELS

MENTION = re.compile(
    r"(?P<ref>T\d+)\t(?P<label>\S+) (?P<bounds>\d+ \d+(?:;\d+ \d+)*)\t(?P<words>.*)"
)
EQUIV = re.compile(r"\*\t(?:Equiv|Same) (?P<refs>\S+(?: \S+)+)\s*")
NOTE = re.compile(r"#\d+\tAnnotatorNotes (?P<ref>T\d+)\t(?P<note>\S+)\s*")

CONFIG = (
    "\n".join(["[entities]", *LABELS])
    + "\n\n[relations]\nEquiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive\n"
    + "\n[events]\n\n[attributes]\n"
)
"""annotation.conf: what brat offers to the annotator."""


def write_brat(reports: Iterable[GoldReport], folder: Path) -> list[Item]:
    """Write the folder as brat serves it; nothing is ever set aside."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "annotation.conf").write_bytes(CONFIG.encode())
    for report in reports:
        (folder / f"{report.id}.txt").write_bytes(report.text.encode())
        (folder / f"{report.id}.ann").write_bytes(standoff_of(report).encode())
    return []


def standoff_of(report: GoldReport) -> str:
    """Return the .ann of a report."""
    lines = []
    members: dict[str, list[str]] = {}
    for number, mark in enumerate(report.marks, start=1):
        words = _one_line(report.text[mark.start : mark.end])
        lines.append(f"T{number}\t{mark.label} {mark.start} {mark.end}\t{words}")
        if mark.id is not None:
            members.setdefault(mark.id, []).append(f"T{number}")
    lines += [f"*\tEquiv {' '.join(refs)}" for refs in members.values() if len(refs) > 1]
    lines += [
        f"#{number}\tAnnotatorNotes {refs[0]}\t{entity}"
        for number, (entity, refs) in enumerate(members.items(), start=1)
    ]
    return "".join(f"{line}\n" for line in lines)


def read_brat(path: Path) -> Iterator[Item]:
    """Yield the reports of a folder of .ann files, each with its .txt beside it."""
    for file in sorted(path.glob("*.ann")):
        beside = file.with_suffix(".txt")
        try:
            if not beside.is_file():
                raise UnfitError(Errors.E637.format(name=beside.name))
            yield gold_of(_sheet(file.stem, text_of(file), text_of(beside)))
        except UnfitError as error:
            yield error.at(file.name)


def _sheet(report: str, standoff: str, text: str) -> Sheet:
    lines = [line.removesuffix("\r") for line in standoff.split("\n")]
    spans: dict[str, Span] = {}
    notes = {
        note["ref"]: note["note"]
        for note in (NOTE.fullmatch(line) for line in lines)
        if note is not None and ENTITY_ID.fullmatch(note["note"])
    }
    for number, line in enumerate(lines, start=1):
        if line.startswith("T"):
            ref, span = _mention(line, number, notes, text)
            spans[ref] = span
    order = {ref: index for index, ref in enumerate(spans)}
    return Sheet(report, text, list(spans.values()), list(_links(lines, order)))


def _mention(line: str, number: int, notes: dict[str, str], text: str) -> tuple[str, Span]:
    told = MENTION.fullmatch(line)
    if told is None:
        raise UnfitError(Errors.E633.format(what="T"), line=number)
    start, end = (int(bound) for bound in told["bounds"].split(";")[0].split(" "))
    if ";" in told["bounds"]:
        raise UnfitError(Errors.E636, start, number)
    words = _one_line(text[start:end])
    if words != told["words"]:
        raise UnfitError(Errors.E627.format(words=words, told=told["words"]), start, number)
    return told["ref"], span_of(start, end, told["label"], notes.get(told["ref"]))


def _links(lines: Sequence[str], order: dict[str, int]) -> Iterator[tuple[int, int]]:
    for number, line in enumerate(lines, start=1):
        told = EQUIV.fullmatch(line)
        if told is None:
            continue
        refs = told["refs"].split(" ")
        for ref in refs:
            if ref not in order:
                raise UnfitError(Errors.E635.format(ref=ref), line=number)
            yield order[ref], order[refs[0]]


def _one_line(words: str) -> str:
    """A surface as brat repeats it: line breaks as spaces."""
    return words.replace("\n", " ").replace("\r", " ")
