"""What competitors are told under, judged together: all heads of a report as one chain.

"In TCR, ..." holds until another class takes over. So what speaks for a class at one head is
weighed together with how likely it is that a class goes on, ends or gives way to another
between two heads: a linear-chain conditional random field (Lafferty and others 2001), its
chances found by the forward-backward algorithm.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Final, NamedTuple

from polesitter.relations.context.chain_signs import GOES, step_part
from polesitter.relations.context.claim import ContextClaim, find_context_claims
from polesitter.relations.context.told_slots import lead_of
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Part, Shapes, plain
from polesitter.relations.signs.weigher import Weigher
from polesitter.types import Mention

UNTOLD: Final = (plain("unclaimed"),)
"""What tells of a class at a head that no words near by tell it of."""
FAINT: Final = 0.02
"""What is less probable is not claimed where no words near by tell it."""
CLASS_WORDS: Final = frozenset({"class", "classes", "category", "division", "in-class"})
HIGHEST: Final = 30.0
"""Log-odds beyond which nothing is surer."""
Chances = list[list[float]]
"""For each head the chance of none, then of every value."""


class Link(NamedTuple):
    """One head: the sentence, the place in it, the mention, the competitor."""

    sentence: int
    place: int
    mention: int
    competitor: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The heads of a report in text order, and what it tells classes (or segments) by.

    `claims`: of each link, value -> the claim that words near by make. `steps`: what is told
    between each link and the one before it, so one fewer.
    """

    links: Sequence[Link]
    values: Sequence[str]
    claims: Sequence[Mapping[str, ContextClaim]]
    steps: Sequence[Part]

    def parts(self, link: int, value: str) -> Sequence[Part]:
        """What speaks for a value at a link."""
        claim = self.claims[link].get(value)
        return UNTOLD if claim is None else claim.parts


def find_chain(
    label: str,
    frames: Sequence[Frame],
    mentions: Sequence[Mention],
    head_of: Mapping[int, str],
    among: Collection[str] | None = None,
) -> Chain | None:
    """The chain of the heads of a report; None where no slots of `label` are told of any.

    `among`: the competitors whose heads are in it; all if left out.
    """
    found: dict[int, dict[str, ContextClaim]] = {}
    values: dict[str, None] = {}
    for claim in find_context_claims(label, frames, mentions, head_of):
        found.setdefault(claim.head, {}).setdefault(claim.value, claim)
        values[claim.value] = None
    if not values:
        return None
    links = [
        Link(number, place, mention, head_of[mention])
        for number, frame in enumerate(frames)
        for place in frame.heads
        for mention in (frame.sentence.items[place].mention,)
        if among is None or head_of[mention] in among
    ]
    claims = [found.get(link.mention, {}) for link in links]
    return Chain(links, sorted(values), claims, list(_steps(label, frames, links)))


def _steps(label: str, frames: Sequence[Frame], links: Sequence[Link]) -> Iterator[Part]:
    slots = [
        (number, place)
        for number, frame in enumerate(frames)
        for place in frame.of_label.get(label, ())
    ]
    told, place = 0, 0
    before: Link | None = None
    for link in links:
        already = told
        while told < len(slots) and slots[told] < (link.sentence, link.place):
            told += 1
        own = _place_near(frames[link.sentence], link.place)
        if before is not None:
            last = "-"
            if told:
                number, at = slots[told - 1]
                last = f"{frames[number].sentence.kind} {lead_of(frames[number], at)}"
            ends = (frames[before.sentence].sentence, frames[link.sentence].sentence)
            same = before.competitor == link.competitor
            named = not CLASS_WORDS.isdisjoint(frames[link.sentence].keys)
            yield step_part(ends, same, told > already, (place, own), last, named)
        before = link
        place = own or place


def _place_near(frame: Frame, head: int) -> int:
    """The place told nearest to a head in its sentence, 0 without any."""
    near = [
        (abs(at - head), value)
        for at, value in frame.values.items()
        if value.isdigit() and at not in frame.framings
    ]
    return int(min(near)[1]) if near else 0


class ChainJudge:
    """Judges the chains of all reports by one model; what it works out of steps, it remembers."""

    def __init__(self, weigher: Weigher) -> None:
        self.weigher = weigher
        self._ways: dict[Shapes, list[float]] = {}

    def judge(self, chain: Chain) -> list[ContextClaim]:
        """All claims of a chain with their probabilities, those that no words make included."""
        first = {value: claim for own in reversed(chain.claims) for value, claim in own.items()}
        all_chances = chances_of(self._told(chain), [self._step(step) for step in chain.steps])
        found = []
        for link, own, chances in zip(chain.links, chain.claims, all_chances, strict=True):
            for value, chance in zip(chain.values, chances[1:], strict=True):
                claim = own.get(value)
                if claim is None and chance >= FAINT:
                    mention = first[value].mention
                    claim = ContextClaim(
                        link.competitor, value, link.mention, mention, link.sentence, ()
                    )
                if claim is not None:
                    claim.probability = chance
                    found.append(claim)
        return found

    def _told(self, chain: Chain) -> Chances:
        """The odds of the states at each link by what is told there; heads often share it all."""
        weigher = self.weigher
        known: dict[int, float] = {}
        odds = []
        for link in range(len(chain.links)):
            own = [1.0]
            for value in chain.values:
                parts = chain.parts(link, value)
                if id(parts) not in known:
                    known[id(parts)] = _odds(weigher.logits(weigher.bias + weigher.total(parts)))
                own.append(known[id(parts)])
            odds.append(own)
        return odds

    def _step(self, step: Part) -> list[float]:
        """The odds of each way of a step; there are few kinds of steps."""
        _, _, key = step
        if key not in self._ways:
            weigher = self.weigher
            self._ways[key] = [_odds(weigher.logits(weigher.total([goes(step)]))) for goes in GOES]
        return self._ways[key]


def _odds(logits: Sequence[float]) -> float:
    return exp(min(max(logits[0], -HIGHEST), HIGHEST))


def chances_of(told: Chances, steps: Sequence[Sequence[float]]) -> Chances:
    """The chance of each state at each link, by forward-backward.

    `told`: the odds of the states at each link by what is told there, none first. `steps`:
    of each link but the first, the odds of the ways to it in the order of WAYS.
    """
    ahead = [_scaled(told[0])]
    for own, step in zip(told[1:], steps, strict=True):
        ahead.append(_scaled([a * b for a, b in zip(_on(ahead[-1], step), own, strict=True)]))
    behind = [[1.0] * len(told[0])]
    for own, step in zip(told[:0:-1], reversed(steps), strict=True):
        nn, nv, vn, vv, vw = step
        rest = [a * b for a, b in zip(own, behind[-1], strict=True)]
        behind.append(_scaled(_on(rest, (nn, vn, nv, vv, vw))))
    return [
        _scaled([a * b for a, b in zip(one, other, strict=True)])
        for one, other in zip(ahead, reversed(behind), strict=True)
    ]


def _on(odds: Sequence[float], step: Sequence[float]) -> list[float]:
    """The odds of the states one step on, whatever was before; ways as in WAYS."""
    nn, nv, vn, vv, vw = step
    none, *values = odds
    whole = sum(values)
    return [nn * none + vn * whole] + [
        nv * none + vv * value + vw * (whole - value) for value in values
    ]


def _scaled(odds: Sequence[float]) -> list[float]:
    whole = sum(odds)
    return [value / whole for value in odds]
