"""Where two annotators differ, each place with its sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from polesitter.learn.corpus import GoldReport
from polesitter.learn.scoring.align import name_of
from polesitter.learn.scoring.same import norm, surname
from polesitter.learn.scoring.score import Difference, Tally, score_report
from polesitter.learn.scoring.session_score import SESSION_FIELDS, same_session_field
from polesitter.text.layout import Passage, find_passages
from polesitter.text.plain import Mark

Kind = Literal["mention", "bounds", "label", "row", "cell", "session"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One place where A and B differ.

    `kind`: a mention that one side lacks ("mention") or has otherwise ("bounds",
    "label"), a row, a cell or a session field. `what`: label or field, with the
    competitor of a row. `a`, `b`: what each side has, None for nothing. `start`: where the
    words or the sentence begin (code point), None where the text does not tell.
    """

    report: str
    kind: Kind
    what: str
    a: Any
    b: Any
    start: int | None
    sentence: str


def disagreements(a: GoldReport, b: GoldReport) -> list[Disagreement]:
    """Return all of one report: mentions in text order, then session, then rows."""
    passages = find_passages(a.text)
    mentions = sorted(_mentions(a, b, passages), key=_start)
    return [*mentions, *_sessions(a, b, passages), *_rows(a, b, passages)]


def _start(one: Disagreement) -> int:
    return one.start or 0


def _mentions(a: GoldReport, b: GoldReport, passages: Sequence[Passage]) -> Iterator[Disagreement]:
    bounds_a, bounds_b = ({(m.start, m.end, m.label) for m in side.marks} for side in (a, b))
    alone_a = [mark for mark in a.marks if (mark.start, mark.end, mark.label) not in bounds_b]
    alone_b = [mark for mark in b.marks if (mark.start, mark.end, mark.label) not in bounds_a]
    for mark in alone_a:
        other = next((one for one in alone_b if _overlap(mark, one)), None)
        if other is not None:
            alone_b.remove(other)
        yield _mention(a, mark, other, passages)
    for mark in alone_b:
        yield _mention(a, None, mark, passages)


def _mention(
    report: GoldReport, a: Mark | None, b: Mark | None, passages: Sequence[Passage]
) -> Disagreement:
    kind: Kind = "mention"
    if a is not None and b is not None:
        kind = "bounds" if a.label == b.label else "label"
    told = [one for one in (a, b) if one is not None]
    labels = list(dict.fromkeys(one.label for one in told))
    start = min(one.start for one in told)
    end = max(one.end for one in told)
    words_a, words_b = (None if one is None else report.text[one.start : one.end] for one in (a, b))
    sentence = _around(report.text, start, end, passages)
    return Disagreement(report.id, kind, " or ".join(labels), words_a, words_b, start, sentence)


def _sessions(a: GoldReport, b: GoldReport, passages: Sequence[Passage]) -> Iterator[Disagreement]:
    for name in SESSION_FIELDS:
        one, other = a.session.get(name), b.session.get(name)
        if (one or other) and not (one and same_session_field(name, one, other)):
            yield _told(a, "session", name, one or None, other or None, [one, other], passages)


def _rows(a: GoldReport, b: GoldReport, passages: Sequence[Passage]) -> Iterator[Disagreement]:
    for found in score_report(a.records, b.records, Tally()):
        if found.field is None:
            row = found.gold if found.gold is not None else found.found
            clues = [name_of(row), row.get("position")]
            one, other = (None if side is None else _row(side) for side in _sides(found))
            yield _told(a, "row", found.whose, one, other, clues, passages)
        else:
            clues = [found.whose, found.gold, found.found]
            what = f"{found.whose}: {found.field}"
            yield _told(a, "cell", what, *_sides(found), clues, passages)


def _sides(found: Difference) -> tuple[Any, Any]:
    return found.gold, found.found


def _row(row: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in row.items() if value is not None)


def _told(
    report: GoldReport,
    kind: Kind,
    what: str,
    a: Any,
    b: Any,
    clues: Sequence[Any],
    passages: Sequence[Passage],
) -> Disagreement:
    """A disagreement whose place is the passage that speaks of most of the clues."""
    words = [_clue(clue) for clue in clues if clue not in (None, "", "leader")]
    best, most = None, 0
    for passage in passages:
        said = f" {norm(report.text[passage.start : passage.end])} "
        shared = sum(f" {word} " in said for word in words if word)
        if shared > most:
            best, most = passage, shared
    if best is None:
        return Disagreement(report.id, kind, what, a, b, None, "")
    sentence = report.text[best.start : best.end]
    return Disagreement(report.id, kind, what, a, b, best.start, sentence)


def _clue(value: Any) -> str:
    """The surname of a person, else the value as words."""
    words = norm(str(value))
    return surname(words)[0] if words and not any(char.isdigit() for char in words) else words


def _around(text: str, start: int, end: int, passages: Sequence[Passage]) -> str:
    """The passages that hold some words, or the words alone."""
    held = [one for one in passages if one.start < end and start < one.end]
    first, last = (held[0].start, held[-1].end) if held else (start, end)
    return text[min(first, start) : max(last, end)]


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end
