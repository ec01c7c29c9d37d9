"""The slots of classes and segments as they are met in reading on, and how each is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.types import Mention

ELSEWHERE: Final = frozenset(
    {"<SERIES>", "weekend", "ago", "year", "season", "career", "previously", "former", "last"}
)
LEADS: Final = frozenset({"in", "the", "overall", "class", "for", "among", "("})


@dataclass(slots=True)
class ToldSlot:
    """A class mention met while reading on."""

    value: str
    mention: int
    sentence: int
    paragraph: int
    kind: str
    lead: str
    elsewhere: bool
    beside: tuple[str, str, str] | None
    """The word after, and the two before; those beside a class's name mislead, and are not told."""

    @property
    def opens_section(self) -> bool:
        """Whether the mention starts a part of its own: "In TCR, …", a heading."""
        return self.kind == "heading" or self.lead == "start"

    def told_by(self, base: str) -> tuple[str, str, str, str] | None:
        """What the words beside the mention tell where it stands in relation `base`."""
        return None if self.beside is None else (base, *self.beside)


def told_at(frame: Frame, number: int, place: int, mentions: Sequence[Mention]) -> ToldSlot:
    """The slot at a place of the sentence `number`, as it is told there."""
    items = frame.sentence.items
    mention = items[place].mention
    left2, left, _, right, _ = frame.padded[place : place + 5]
    elsewhere = not ELSEWHERE.isdisjoint(frame.keys) or place in frame.framings
    return ToldSlot(
        _value(mentions, mention), mention, number, frame.sentence.paragraph,
        frame.sentence.kind, lead_of(frame, place), elsewhere,
        (right, left, left2) if items[place].label == "SEGMENT" else None,
    )  # fmt: skip


def lead_of(frame: Frame, place: int) -> str:
    """How the slot at a place is led up to: "start" where it opens its sentence."""
    left = frame.padded[place + 1]
    return "start" if place <= 2 else left if left in LEADS else "-"


def _value(mentions: Sequence[Mention], index: int) -> str:
    mention = mentions[index]
    return str(mention.value) if mention.value is not None else mention.text
