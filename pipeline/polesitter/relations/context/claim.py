"""What a competitor is told under: a class ("In TCR, …", headings), a segment ("In Q2, …")."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from polesitter.relations.about.elsewhere import ELSEWHERE_TOLD
from polesitter.relations.context.knockout import Knockout
from polesitter.relations.context.own_poles import OWN_POLE, own_poles
from polesitter.relations.context.signs import AHEAD, SAME, TOLD, VALUES
from polesitter.relations.context.standings import standings
from polesitter.relations.context.told_slots import ToldSlot, told_at
from polesitter.relations.context.whole import whole_parts
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Part, names_of
from polesitter.types import Mention


@dataclass(slots=True, init=False)
class ContextClaim:
    """A class or segment that a competitor may be told under at one of its heads."""

    competitor: str
    value: str
    head: int
    mention: int
    sentence: int
    parts: Sequence[Part]
    probability: float

    # Written out, because what dataclasses write is never compiled, and costs six times as much.
    def __init__(
        self,
        competitor: str,
        value: str,
        head: int,
        mention: int,
        sentence: int,
        parts: Sequence[Part],
        probability: float = 0.0,
    ) -> None:
        self.competitor, self.value = competitor, value
        self.head, self.mention, self.sentence = head, mention, sentence
        self.parts, self.probability = parts, probability

    @property
    def signs(self) -> list[str]:
        """The names of all signs."""
        return names_of(self.parts)


def find_context_claims(
    label: str, frames: Sequence[Frame], mentions: Sequence[Mention], head_of: Mapping[int, str]
) -> Iterator[ContextClaim]:
    """For every head the slots of `label` (CLASS, SEGMENT) in its sentence and last told before."""
    told: list[ToldSlot] = []
    found = _slots(label, frames, mentions)
    every = {which.value for own in found for which in own}
    if not every:
        return
    n: Part = (VALUES, (), (len(every),))
    whole = whole_parts(frames, found) if label == "CLASS" else {}
    poles = own_poles(frames, found, head_of) if label == "CLASS" else {}
    knockout = Knockout(every, standings(frames, head_of)) if label == "SEGMENT" else None
    opening = "-"
    paragraph = -1
    for number, frame in enumerate(frames):
        own = found[number]
        places = frame.of_label.get(label, []) if own else []
        if frame.sentence.paragraph != paragraph:
            paragraph = frame.sentence.paragraph
            opening = _opening(frame)
            if opening == "closing":
                told = []
        later: list[ToldSlot] = []
        if frame.heads and not told:
            later = [which for rest in found[number + 1 :] for which in rest]
        near: list[tuple[tuple[Part, ...], ToldSlot]] | None = None
        for head in frame.heads:
            mention = frame.sentence.items[head].mention
            who = head_of[mention]
            if places or near is None:
                # All heads of a sentence without a slot of its own are told the same.
                around = _near(frame, head, own, places, told, opening)
                near = [
                    ((*own_parts, n, *whole.get(which.value, ())), which)
                    for own_parts, which in (
                        *[((part,), which) for part, which in around],
                        *_ahead(frame, own, later, poles),
                    )
                ]
            for parts, which in near:
                told_of = parts
                if knockout is not None:
                    here = which.sentence == number
                    told_of = (*parts, knockout.part(frame, head, who, which.value, here))
                yield ContextClaim(who, which.value, mention, which.mention, number, told_of)
        told.extend(own)


def _slots(
    label: str, frames: Sequence[Frame], mentions: Sequence[Mention]
) -> list[list[ToldSlot]]:
    """The slots of each sentence; the third round is told under one name."""
    found = [
        []
        if ELSEWHERE_TOLD in frame.common
        else [told_at(frame, number, place, mentions) for place in frame.of_label.get(label, [])]
        for number, frame in enumerate(frames)
    ]
    if any(which.value == THIRD_ROUND for own in found for which in own):
        for own in found:
            for which in own:
                if which.value == FINAL_ROUND:
                    which.value = THIRD_ROUND
    return found


def _near(
    frame: Frame,
    head: int,
    own: list[ToldSlot],
    places: list[int],
    told: list[ToldSlot],
    opening: str,
) -> Iterator[tuple[Part, ToldSlot]]:
    """The candidates at one head, each with what speaks for it."""
    distinct = len({which.value for which in own})
    seen: set[str] = set()
    before = [i for i, place in enumerate(places) if place < head]
    after = [i for i, place in enumerate(places) if place > head]
    for order, indices in (("before", before[::-1]), ("after", after)):
        for rank, i in enumerate(indices[:2]):
            gap = abs(places[i] - head)
            crossed = sum(min(places[i], head) < h < max(places[i], head) for h in frame.heads)
            shapes = (
                (order, rank, min(crossed, 2), min(distinct, 3), bool(before), own[i].lead),
                (order, rank, gap),
                (frame.heads.index(head) == i, len(frame.heads) == len(places)),
                frame.sentence.kind,
                own[i].told_by(f"same {order} r:{rank}"),
            )
            yield (SAME, (), shapes), own[i]
            seen.add(own[i].value)
    for rank, which in enumerate(_latest(told)):
        if rank > 2:
            return
        if which.value in seen:
            continue
        paragraphs = frame.sentence.paragraph - which.paragraph
        told_of = (
            (rank, min(paragraphs, 3), opening, which.elsewhere, which.opens_section),
            (rank, which.kind, frame.sentence.kind),
            (rank, min(distinct, 2), bool(before), which.lead),
            which.told_by(f"told r:{rank}"),
        )
        yield (TOLD, (), told_of), which


def _ahead(
    frame: Frame, own: Sequence[ToldSlot], later: Sequence[ToldSlot], poles: Mapping[str, str]
) -> Iterator[tuple[tuple[Part, ...], ToldSlot]]:
    """Classes told only later, for heads before any: the lead class is often named last."""
    if own or not later:
        return
    first: dict[str, ToldSlot] = {}
    counts: dict[str, int] = {}
    sections: set[str] = set()
    for which in later:
        first.setdefault(which.value, which)
        counts[which.value] = counts.get(which.value, 0) + 1
        if which.opens_section:
            sections.add(which.value)
    others = [value for value in first if value not in sections and not first[value].elsewhere]
    for rank, (value, which) in enumerate(list(first.items())[:4]):
        section = value in sections
        shapes = (
            (section, rank, which.elsewhere, others == [value], len(first)),
            (section, counts[value], frame.sentence.kind, len(sections)),
            which.told_by("ahead"),
        )
        pole = (OWN_POLE, (), ((poles.get(value, "-"), section, rank, len(first) == 1),))
        yield ((AHEAD, (), shapes), pole), which


def _opening(frame: Frame) -> str:
    """How a paragraph opens: of the whole session, of a class, or otherwise."""
    keys = frame.keys[:3]
    if tuple(keys[:2]) in CLOSING:
        return "closing"
    if "<CLASS>" in keys:
        return "class"
    return "general" if keys and keys[0] in GENERAL else "other"


def _latest(told: list[ToldSlot]) -> Iterator[ToldSlot]:
    seen = set()
    for which in reversed(told):
        if which.value not in seen:
            seen.add(which.value)
            yield which


FINAL_ROUND, THIRD_ROUND = "final round", "Round 3"
"""Two names of one segment where a report has both: there are three rounds at the most."""
CLOSING: Final = frozenset({("there", "were"), ("there", "was"), ("in", "addition")})
"""Openings of paragraphs that leave a class's part and speak of the whole session again."""
GENERAL: Final = frozenset(
    {"there", "in", "the", "qualifying", "coverage", "race", "elsewhere", "meanwhile", "overall",
     "next", "it", "officials", "several", "two", "three", "a", "live", "green", "all"}
)  # fmt: skip
