"""The marks of one text: whether they parse, and what is left unmarked that should not be."""

import re
from collections.abc import Iterator

from polesitter.learn.corpus_check.finding import Finding
from polesitter.learn.exchange.entities import PREFIXES, is_entity_id
from polesitter.learn.scoring.same import SUFFIXES
from polesitter.text.plain import Mark, unmark
from polesitter.types import LABELS, NAMES

LEFT_OVER = re.compile(r"\]\([A-Z]+(?: [^()\s]*)?\)|\]\((?:" + "|".join(LABELS) + r")\b")
WORD = re.compile(r"[A-Z]+")
WORD_BEFORE = re.compile(r"(?:[^\W\d_][\w'’-]*|\b[^\W\d_]\.) $")
SHORTEST_SURNAME = 3


def check_marks(file: str, marked: str) -> Iterator[Finding]:
    """Yield what is wrong with the marks of a text, in order of the rules."""
    text, marks = unmark(marked)
    for told in LEFT_OVER.finditer(text):
        problem = f"{told.group()!r} is left over: {_why_left(told, marks)}"
        yield Finding(file, line_at(text, told.start()), "error", problem)
    for mark in marks:
        for problem in _wrong_with(mark, text):
            yield Finding(file, line_at(text, mark.start), "error", problem)
    yield from _shared_ids(file, text, marks)
    yield from _unmarked_surnames(file, text, marks)


def line_at(text: str, offset: int) -> int:
    """Return the line of an offset, from 1. Marks hold no line breaks, so both texts agree."""
    return text.count("\n", 0, offset) + 1


def _why_left(told: re.Match[str], marks: list[Mark]) -> str:
    """Why the end of a mark was not read as one."""
    label = WORD.search(told.group())
    if label is not None and label.group() not in LABELS:
        return f"{label.group()} is no label. Labels: {', '.join(LABELS)}"
    if any(one.start <= told.start() < one.end for one in marks):
        return "marks may not be nested"
    return "a mark is [words](LABEL id), on one line"


def _wrong_with(mark: Mark, text: str) -> Iterator[str]:
    words = text[mark.start : mark.end]
    if not words:
        yield f"a {mark.label} without words"
    elif words != words.strip():
        yield f"{words!r} begins or ends with a space"
    if mark.label in NAMES and mark.id is None:
        yield f"{words!r} is a {mark.label} without an id"
    if mark.label not in NAMES and mark.id is not None:
        yield f"{words!r} is a {mark.label}, which has no id"
    if mark.label in NAMES and mark.id is not None:
        prefix = PREFIXES[mark.label]
        if not is_entity_id(mark.id, mark.label):
            yield f"the id of a {mark.label} is {prefix}1, {prefix}2 …, not {mark.id}"


def _shared_ids(file: str, text: str, marks: list[Mark]) -> Iterator[Finding]:
    """Entities that are written alike under two ids."""
    first: dict[tuple[str, str], Mark] = {}
    for mark in marks:
        if mark.id is None:
            continue
        words = " ".join(text[mark.start : mark.end].casefold().split())
        earlier = first.setdefault((mark.label, words), mark)
        if earlier.id != mark.id:
            problem = f"{words!r} is {mark.id} here and {earlier.id} before"
            yield Finding(file, line_at(text, mark.start), "warning", problem)


def _unmarked_surnames(file: str, text: str, marks: list[Mark]) -> Iterator[Finding]:
    covered = bytearray(len(text))
    for mark in marks:
        covered[mark.start : mark.end] = b"\x01" * (mark.end - mark.start)
    drivers = [text[mark.start : mark.end] for mark in marks if mark.label == "DRIVER"]
    known = {word for name in drivers for word in name.split()}
    for surname in sorted({_surname(name) for name in drivers} - {""}):
        forms = "|".join(sorted({re.escape(surname), re.escape(surname.upper())}))
        for found in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", text):
            if any(covered[found.start() : found.end()]) or _other_person(text, found, known):
                continue
            problem = f"{found.group()!r} is a driver's surname and not marked here"
            yield Finding(file, line_at(text, found.start()), "warning", problem)


def _surname(name: str) -> str:
    words = [word for word in name.split() if word.strip(".,").casefold() not in SUFFIXES]
    last = words[-1].strip(".,") if words else ""
    return last if len(last) >= SHORTEST_SURNAME and last[:1].isupper() else ""


def _other_person(text: str, found: re.Match[str], known: set[str]) -> bool:
    """Whether another first name stands before it: a brother, a team boss."""
    before = WORD_BEFORE.search(text, max(0, found.start() - 30), found.start())
    return before is not None and before.group()[0].isupper() and before.group()[:-1] not in known
