"""CoNLL: a folder of `<id>.conll` with the plain text `<id>.txt` beside each.

Four columns as in CoNLL-2003: token, `-`, the entity's id or `-`, and the IOB tag; an
empty line after each sentence. A table of tokens does not tell the white space between
them, so the offsets come from the text beside it. A file without one (of another tool)
is read with single spaces, a line per sentence, a report per -DOCSTART-.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from polesitter.errors import Errors
from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.entities import ENTITY_ID, Span
from polesitter.learn.exchange.item import Item, Sheet, UnfitError, gold_of, text_of
from polesitter.learn.exchange.tokens import Token, tokens_of
from polesitter.text.layout import find_passages
from polesitter.text.plain import Mark

START = "-DOCSTART-"
NONE = "-"


@dataclass(frozen=True, slots=True)
class _Line:
    """A token of the table; `number` of its line, from 1."""

    token: str
    entity: str | None
    tag: str
    number: int


def write_conll(reports: Iterable[GoldReport], folder: Path) -> list[Item]:
    """Write two files per report; return those with a mark that begins or ends with a space."""
    folder.mkdir(parents=True, exist_ok=True)
    aside: list[Item] = []
    for report in reports:
        try:
            table = table_of(report)
        except UnfitError as error:
            aside.append(error.at(report.id))
            continue
        (folder / f"{report.id}.txt").write_bytes(report.text.encode())
        (folder / f"{report.id}.conll").write_bytes(table.encode())
    return aside


def table_of(report: GoldReport) -> str:
    """Return the lines of a report. Raises UnfitError where they cannot tell a mark."""
    for mark in report.marks:
        words = report.text[mark.start : mark.end]
        if words != words.strip():
            raise UnfitError(Errors.E640, mark.start)
    lines = [f"{START} -X- O O", ""]
    starts = {passage.start for passage in find_passages(report.text)}
    for token in tokens_of(report.text, report.marks):
        if starts and token.start >= min(starts):
            starts = {start for start in starts if start > token.start}
            if lines[-1] and not _inside(token, report.marks):
                lines.append("")
        words = report.text[token.start : token.end]
        if not words.isspace():
            lines.append("\t".join((words, NONE, *_columns(token, report.marks))))
    return "\n".join(lines) + "\n"


def read_conll(path: Path) -> Iterator[Item]:
    """Yield the reports of a folder of .conll or .iob files, or of one such file."""
    files = [path] if path.is_file() else _tables(path)
    for file in files:
        beside = file.with_suffix(".txt")
        try:
            told = text_of(file)
            if beside.is_file():
                yield gold_of(_aligned(file.stem, told, text_of(beside)))
                continue
        except UnfitError as error:
            yield error.at(file.name)
            continue
        yield from _spaced(file, told)


def _tables(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.suffix in (".conll", ".iob"))


def _columns(token: Token, marks: Sequence[Mark]) -> tuple[str, str]:
    for mark in marks:
        if mark.start <= token.start and token.end <= mark.end:
            begins = "B" if mark.start == token.start else "I"
            return mark.id or NONE, f"{begins}-{mark.label}"
    return NONE, "O"


def _inside(token: Token, marks: Sequence[Mark]) -> bool:
    """Whether a mark has begun before the token: no sentence ends there."""
    return any(mark.start < token.start < mark.end for mark in marks)


def _lines(table: str) -> Iterator[_Line | None]:
    """The tokens of a table, None where a sentence ends."""
    # Only \n ends a line here: tokens may hold what Unicode calls line separators.
    for number, line in enumerate(table.split("\n"), start=1):
        cells = line.removesuffix("\r").split("\t" if "\t" in line else None)
        if not cells or cells == [""] or cells[0] == START:
            yield None
            continue
        if len(cells) < 2:
            raise UnfitError(Errors.E645.format(found=len(cells)), line=number)
        # In files of other tools the third column holds chunks.
        entity = cells[2] if len(cells) == 4 and ENTITY_ID.fullmatch(cells[2]) else None
        yield _Line(cells[0], entity, cells[-1], number)


def _aligned(report: str, table: str, text: str) -> Sheet:
    """The tokens of a table found again, one after the other, in the text beside it."""
    position = 0
    placed = []
    for line in _lines(table):
        if line is None:
            continue
        while position < len(text) and text[position].isspace():
            position += 1
        if not text.startswith(line.token, position):
            raise UnfitError(Errors.E638.format(token=line.token), position, line.number)
        placed.append((position, line))
        position += len(line.token)
    rest = text[position:].lstrip()
    if rest:
        raise UnfitError(Errors.E638.format(token=""), len(text) - len(rest))
    return Sheet(report, text, _spans(placed))


def _spaced(file: Path, table: str) -> Iterator[Item]:
    """The reports of a table without a text: tokens joined by spaces."""
    chunks = [chunk for chunk in table.split(START) if chunk.strip()]
    for number, chunk in enumerate(chunks, start=1):
        name = file.stem if len(chunks) == 1 else f"{file.stem}-{number:04}"
        try:
            text = ""
            placed = []
            # What follows -DOCSTART- on its line is no token.
            body = chunk.partition("\n")[2] if table.startswith(START) or number > 1 else chunk
            for line in _lines(body):
                if line is None:
                    text = text.rstrip(" ") + ("\n" if text and text[-1] != "\n" else "")
                    continue
                placed.append((len(text), line))
                text += f"{line.token} "
            yield gold_of(Sheet(name, text.rstrip(" \n"), _spans(placed)))
        except UnfitError as error:
            yield error.at(file.name)


def _spans(placed: Sequence[tuple[int, _Line]]) -> list[Span]:
    """What B- and I- tags tell; an I- that continues nothing begins a mention."""
    spans: list[Span] = []
    open_ = False
    for start, line in placed:
        end = start + len(line.token)
        kind, _, label = line.tag.partition("-")
        if kind not in ("O", "B", "I") or bool(label) == (kind == "O"):
            raise UnfitError(Errors.E639.format(tag=line.tag), start, line.number)
        if kind == "I" and open_ and spans[-1].label == label:
            spans[-1] = Span(spans[-1].start, end, label, spans[-1].entity)
        elif kind != "O":
            spans.append(Span(start, end, label, line.entity))
        open_ = kind != "O"
    return spans
