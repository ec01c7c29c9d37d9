"""Which marks name one entity: as links between mentions, and back as ids.

The corpus groups mentions by id (d1, t2); tools have links between pairs. Every mention
is linked to the one before it of the same entity. Where a tool has links they decide
who is who, so that a link deleted there splits an entity; the ids only name the groups.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from polesitter.text.plain import Mark
from polesitter.types import NAMES

SAME_AS = "same_as"
"""The relation from a mention to the one before it of the same entity."""

PREFIXES = {
    "DRIVER": "d", "TEAM": "t", "CAR": "c", "SERIES": "s", "EVENT": "e", "TRACK": "k", "CLASS": "g",
}  # fmt: skip
"""What an id begins with."""

ENTITY_ID = re.compile(r"[a-z]+[0-9]+")
"""What looks like an id, of whatever label."""

NUMBER = re.compile(r"[1-9][0-9]*")
"""What follows the prefix in an id: entities are counted from 1."""


@dataclass(frozen=True, slots=True)
class Span:
    """A mention as a tool tells it, unchecked: 0-based, half-open code points.

    `entity`: the id, if the tool kept it. `words`: the surface, if the tool tells it.
    """

    start: int
    end: int
    label: str
    entity: str | None = None
    words: str | None = None


def is_entity_id(told: str, label: str) -> bool:
    """Whether an id is one that corpus/GUIDE.md has for a label: d1, d2 … for drivers."""
    prefix = PREFIXES[label]
    return told.startswith(prefix) and NUMBER.fullmatch(told, len(prefix)) is not None


def links_of(marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Return (later, earlier) index pairs of neighbouring mentions of one entity."""
    last: dict[str, int] = {}
    links = []
    for index, mark in enumerate(marks):
        if mark.id is None:
            continue
        if mark.id in last:
            links.append((index, last[mark.id]))
        last[mark.id] = index
    return links


def marks_of(
    spans: Sequence[Span], links: Sequence[tuple[int, int]] | None, text: str
) -> tuple[Mark, ...]:
    """Return the marks in text order, each name with an id.

    A mention that is linked to none and has no id joins the entity of its label that is
    written alike; failing that it is one of its own. Links between different labels
    and of measures mean nothing.
    """
    groups = _groups(spans, links, text)
    order = [index for _, index in sorted((span.start, i) for i, span in enumerate(spans))]
    names = _names(spans, groups, order)
    return tuple(
        Mark(spans[i].start, spans[i].end, spans[i].label, names.get(groups[i])) for i in order
    )


def _groups(spans: Sequence[Span], links: Sequence[tuple[int, int]] | None, text: str) -> list[int]:
    """The group of each span: the index of one of its members."""
    parents = list(range(len(spans)))
    for one, other in _ties(spans) if links is None else links:
        if spans[one].label == spans[other].label and spans[one].label in NAMES:
            _join(parents, one, other)
    linked = {index for pair in links or () for index in pair}
    alike: dict[tuple[str, str], int] = {}
    for index, span in enumerate(spans):
        if span.entity is not None or index in linked:
            alike.setdefault(_surface(span, text), index)
    for index, span in enumerate(spans):
        if span.entity is None and index not in linked and span.label in NAMES:
            _join(parents, index, alike.setdefault(_surface(span, text), index))
    return [_root(parents, index) for index in range(len(spans))]


def _ties(spans: Sequence[Span]) -> Iterable[tuple[int, int]]:
    """Pairs of spans with one label and one id."""
    first: dict[tuple[str, str], int] = {}
    for index, span in enumerate(spans):
        if span.entity is not None:
            yield index, first.setdefault((span.label, span.entity), index)


def _names(spans: Sequence[Span], groups: Sequence[int], order: Sequence[int]) -> dict[int, str]:
    """The id of each group: the first fit one told in it that no earlier one has, or a new one."""
    names: dict[int, str] = {}
    for index in order:
        told = spans[index].entity
        if groups[index] in names or spans[index].label not in NAMES or told is None:
            continue
        if told not in names.values() and is_entity_id(told, spans[index].label):
            names[groups[index]] = told
    taken = set(names.values())
    for index in order:
        if groups[index] not in names and spans[index].label in NAMES:
            names[groups[index]] = _free(PREFIXES[spans[index].label], taken)
            taken.add(names[groups[index]])
    return names


def _free(prefix: str, taken: set[str]) -> str:
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def _surface(span: Span, text: str) -> tuple[str, str]:
    return span.label, " ".join(text[span.start : span.end].casefold().split())


def _join(parents: list[int], one: int, other: int) -> None:
    parents[_root(parents, one)] = _root(parents, other)


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index
