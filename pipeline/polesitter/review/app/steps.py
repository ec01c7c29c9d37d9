"""The steps of a review: each makes a new draft of a draft.

A step is plain data as it travels from the browser and into the log: `kind` and the
fields that the functions below read. Offsets are code points of the report's text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from polesitter.errors import Errors, PolesitterError
from polesitter.review.app.cells import BY_NAME, SESSION_BY_NAME, Field, Values, cell_of, read_cell
from polesitter.review.app.draft import Draft, Pin
from polesitter.review.app.links import Span
from polesitter.review.app.mark_value import MarkReader
from polesitter.review.app.row_ids import ADDED, is_row_id, moved_id
from polesitter.text.plain import Mark, remark, unmark
from polesitter.types import LABELS, Mention

Step = Mapping[str, Any]
LINE_END = re.compile(r"[\r\n]")

DECISIONS = frozenset({"accept", "skip", "reopen"})
"""Steps that judge the report as a whole and change nothing in it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The text that steps speak of, and the reader of its marks."""

    text: str
    read: MarkReader


def take(draft: Draft, step: Step, words: Words) -> Draft:
    """Return the draft after a step.

    Raises PolesitterError where the step makes no sense (E750 to E759); the message is
    for the reviewer.
    """
    kind = str(step.get("kind"))
    if kind in DECISIONS:
        return draft
    if kind not in TAKERS:
        raise PolesitterError(Errors.E750.format(found=kind[:40]))
    return TAKERS[kind](draft, step, words)


def _mark(draft: Draft, step: Step, words: Words) -> Draft:
    """Mark words; mentions that they overlap give way."""
    start, end = _span(step, "start", "end")
    mention = _mention(words, start, end, step.get("label"))
    kept = [one for one in draft.mentions if one.end <= start or one.start >= end]
    return replace(draft, mentions=_ordered([*kept, mention]))


def _unmark(draft: Draft, step: Step, words: Words) -> Draft:
    mention = _known(draft, step)
    kept = tuple(one for one in draft.mentions if one is not mention)
    links = {span: to for span, to in draft.links.items() if span != (mention.start, mention.end)}
    return replace(draft, mentions=kept, links=links)


def _label(draft: Draft, step: Step, words: Words) -> Draft:
    mention = _known(draft, step)
    other = _mention(words, mention.start, mention.end, step.get("label"))
    return replace(draft, mentions=_ordered([*_without(draft, mention), other]))


def _move(draft: Draft, step: Step, words: Words) -> Draft:
    """Move the bounds of a mention; links and rows that point to it go with it."""
    mention = _known(draft, step)
    start, end = _pair(step.get("to"))
    moved = _mention(words, start, end, mention.label)
    kept = [one for one in _without(draft, mention) if one.end <= start or one.start >= end]
    old, new = (mention.start, mention.end), (start, end)
    links = {
        (new if span == old else span): (new if to == old else to)
        for span, to in draft.links.items()
    }
    return replace(
        draft,
        mentions=_ordered([*kept, moved]),
        links=links,
        pins={moved_id(row, old[0], start): cells for row, cells in draft.pins.items()},
        dropped=frozenset(moved_id(row, old[0], start) for row in draft.dropped),
    )


def _link(draft: Draft, step: Step, words: Words) -> Draft:
    mention = _known(draft, step)
    to: Span | None = None
    if step.get("to") is not None:
        to = _pair(step["to"])
        other = draft.at(*to)
        if other is None or other.label != mention.label:
            raise PolesitterError(Errors.E753.format(start=to[0], end=to[1]))
    return replace(draft, links={**draft.links, (mention.start, mention.end): to})


def _cell(draft: Draft, step: Step, words: Words) -> Draft:
    row, field = _row(step), _field(step, BY_NAME)
    if step.get("span") is None:
        pin = Pin(read_cell(field, _text(step)))
    else:
        span = _pair(step["span"])
        pin = Pin(_values(draft, field, span), span)
    pins = {**draft.pins, row: {**draft.pins.get(row, {}), field.name: pin}}
    return replace(draft, pins=pins)


def _release(draft: Draft, step: Step, words: Words) -> Draft:
    """Give a cell back to the extractor."""
    row, field = _row(step), _field(step, BY_NAME)
    cells = {name: pin for name, pin in draft.pins.get(row, {}).items() if name != field.name}
    pins = {name: own for name, own in draft.pins.items() if name != row}
    return replace(draft, pins={**pins, row: cells} if cells else pins)


def _add(draft: Draft, step: Step, words: Words) -> Draft:
    row = _row(step)
    if not ADDED.fullmatch(row) or row in draft.added:
        raise PolesitterError(Errors.E755.format(row=row))
    return replace(draft, added=(*draft.added, row))


def _drop(draft: Draft, step: Step, words: Words) -> Draft:
    row = _row(step)
    pins = {name: own for name, own in draft.pins.items() if name != row}
    if row in draft.added:
        return replace(draft, pins=pins, added=tuple(one for one in draft.added if one != row))
    return replace(draft, pins=pins, dropped=draft.dropped | {row})


def _session(draft: Draft, step: Step, words: Words) -> Draft:
    field = _field(step, SESSION_BY_NAME)
    if step.get("span") is None:
        values = read_cell(field, _text(step))
    else:
        values = _values(draft, field, _pair(step["span"]))
    return replace(draft, session={**draft.session, **values})


TAKERS: Mapping[str, Callable[[Draft, Step, Words], Draft]] = {
    "mark": _mark,
    "unmark": _unmark,
    "label": _label,
    "move": _move,
    "link": _link,
    "cell": _cell,
    "release": _release,
    "add": _add,
    "drop": _drop,
    "session": _session,
}


def _mention(words: Words, start: int, end: int, label: object) -> Mention:
    """Return a new mention that corpus marks can hold."""
    if not isinstance(label, str) or label not in LABELS:
        raise PolesitterError(Errors.E752.format(label=str(label)[:40], labels=", ".join(LABELS)))
    surface = words.text[start:end]
    if (
        not 0 <= start < end <= len(words.text)
        or surface != surface.strip()
        or LINE_END.search(surface)
    ):
        raise PolesitterError(Errors.E751.format(found=surface[:60]))
    marked = remark(surface, [Mark(0, len(surface), label)])
    if unmark(marked) != (surface, [Mark(0, len(surface), label)]):
        raise PolesitterError(Errors.E757.format(text=surface[:60]))
    return words.read(start, end, label)


def _values(draft: Draft, field: Field, span: Span) -> Values:
    mention = draft.at(*span)
    if mention is None:
        raise PolesitterError(Errors.E753.format(start=span[0], end=span[1]))
    return cell_of(field, mention)


def _known(draft: Draft, step: Step) -> Mention:
    start, end = _span(step, "start", "end")
    mention = draft.at(start, end)
    if mention is None:
        raise PolesitterError(Errors.E753.format(start=start, end=end))
    return mention


def _span(step: Step, first: str, last: str) -> Span:
    return _pair([step.get(first), step.get(last)])


def _pair(value: object) -> Span:
    if isinstance(value, list) and len(value) == 2:
        start, end = value
        if type(start) is int and type(end) is int and 0 <= start < end:
            return start, end
    raise PolesitterError(Errors.E751.format(found=str(value)[:60]))


def _row(step: Step) -> str:
    row = step.get("row")
    if not is_row_id(row):
        raise PolesitterError(Errors.E755.format(row=str(row)[:40]))
    return str(row)


def _field(step: Step, known: Mapping[str, Field]) -> Field:
    name = str(step.get("field"))
    if name not in known:
        raise PolesitterError(Errors.E750.format(found=name[:40]))
    return known[name]


def _text(step: Step) -> str:
    text = step.get("text")
    if not isinstance(text, str):
        raise PolesitterError(Errors.E750.format(found=str(text)[:40]))
    return text[:500]


def _without(draft: Draft, mention: Mention) -> list[Mention]:
    return [one for one in draft.mentions if one is not mention]


def _ordered(mentions: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=_start))


def _start(mention: Mention) -> int:
    return mention.start
