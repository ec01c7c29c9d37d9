"""The chain of all competitors of a report as they are named, and what it tells of their ranks.

A rank that is told of one competitor is often the only thing that places ten others: "then
came", "the two behind him", "in that order". So ranks are judged of all who are named at
once, in the order of telling (judge.py); here is what speaks for each.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from polesitter.relations.all_told.place_signs import Grades, coarse, fine
from polesitter.relations.claims.claim import Claim
from polesitter.relations.context.chain import Link
from polesitter.relations.judged import Judged
from polesitter.relations.ranks.evidence import RankEvidence, rank_evidence
from polesitter.relations.ranks.keys import RankKeys
from polesitter.relations.ranks.signs import NONE, RankKey, words_beside
from polesitter.relations.ranks.step_signs import ACROSS, FAR, OFF_FAR, WITHIN, Ends, StepSigns
from polesitter.relations.ranks.steps import Telling, across, within
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Part

UNREAD: Final = frozenset({"header", "heading", "date"})
"""Kinds of sentences that rank nobody."""
APART: Final = UNREAD | {"row"}
"""Kinds of sentences that no step leads across: rows state their places."""
NOTHING: Final[Grades] = (0, 0, 0)
LOOKBACK: Final = 2
"""Sentences over which words tell of a step."""
MOST_TIMES, MOST_RANK, MOST_HEADS = 3, 4, 6


class Way(NamedTuple):
    """What speaks for a step between two links: for every place, and for each parity besides."""

    parts: tuple[Part, ...]
    by_parity: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class RankChain:
    """Competitors in the order of telling, each once a sentence.

    `ranks`: of each link the keys of ranks 1, 2, … `none`: what speaks for it having no rank.
    `on`: the way to each link but the first if the one before has a rank; `off`: from the
    last link that had one, if that before has none. One fewer of these.
    """

    links: Sequence[Link]
    ranks: Sequence[Sequence[RankKey]]
    none: Sequence[Part]
    on: Sequence[Way]
    off: Sequence[Way]
    evidence: RankEvidence


def find_rank_chain(
    view: View, frames: Sequence[Frame], judged: Judged, asked: Sequence[Claim]
) -> RankChain | None:
    """The chain of a report whose claims are judged; None where nobody is named."""
    named = [_distinct(frame, view.head_of) for frame in frames]
    links = [
        Link(number, place, frames[number].sentence.items[place].mention, who)
        for number, own in enumerate(named)
        for who, place in own.items()
    ]
    if not links:
        return None
    evidence = rank_evidence(view, judged, asked)
    keys = RankKeys(evidence)
    signs = _LinkSigns(view, frames, evidence, links, [len(own) for own in named])
    ways = [signs.ways(before, link) for before, link in pairwise(links)]
    return RankChain(
        links,
        [keys.of(link.competitor, link.sentence) for link in links],
        list(signs.nones()),
        [on for on, _ in ways],
        [off for _, off in ways],
        evidence,
    )


def _distinct(frame: Frame, head_of: Mapping[int, str]) -> dict[str, int]:
    """The competitors of a sentence by the item that names each first."""
    first: dict[str, int] = {}
    if frame.sentence.kind not in UNREAD:
        for at in frame.heads:
            first.setdefault(head_of[frame.sentence.items[at].mention], at)
    return first


class _LinkSigns:
    """Tells what speaks for the states of links and the steps between them."""

    def __init__(
        self,
        view: View,
        frames: Sequence[Frame],
        evidence: RankEvidence,
        links: Sequence[Link],
        heads: Sequence[int],
    ) -> None:
        self.view, self.frames, self.evidence = view, frames, evidence
        self.links, self.heads = links, heads
        self.times = Counter([link.competitor for link in links])
        self.grades = {who: coarse(evidence.best(who)) for who in self.times}
        """Competitor -> how surely it is told to have some rank."""

    def nones(self) -> Iterator[Part]:
        """What speaks for the competitor of each link having no rank."""
        mentions = self.view.mentions
        here, stated = self.evidence.here, self.evidence.stated
        known: dict[str, _Unranked] = {}
        at, nth = -1, 0
        for link in self.links:
            who, sentence = link.competitor, link.sentence
            nth = nth + 1 if sentence == at else 0
            at = sentence
            told = known.get(who)
            again = told is not None
            if told is None:
                told = known[who] = self._unranked(who)
            own = 0
            if who in stated:
                own = coarse(max([here.get((who, rank, sentence), 0.0) for rank in stated[who]]))
            frame, mention = self.frames[sentence], mentions[link.mention]
            best = told.values[0]
            named = (
                best, again, mention.label, told.times,
                len(mention.text.split()), min(MOST_RANK, nth),
                min(MOST_HEADS, self.heads[sentence]), own,
            )  # fmt: skip
            shapes = ((*told.best, own), told.values, named, frame.common)
            yield NONE, words_beside(frame, link.place), shapes

    def _unranked(self, who: str) -> "_Unranked":
        evidence, best = self.evidence, self.grades[who]
        rear, gap, status = evidence.besides.get(who, NOTHING)
        order, grid = (
            coarse(max(ranks[who].values())) if who in ranks else 0
            for ranks in (evidence.order, evidence.grid)
        )
        values = evidence.values
        return _Unranked(
            (fine(evidence.best(who)), best, order, grid, status, gap, rear),
            (
                best,
                coarse(max(values[who, "lap_time"], values[who, "speed"])),
                coarse(values[who, "number"]),
                coarse(values[who, "team"]),
                coarse(values[who, "car"]),
                coarse(evidence.classified[who]),
            ),
            min(MOST_TIMES, self.times[who]),
        )

    def ways(self, before: Link, link: Link) -> tuple[Way, Way]:
        """The ways to a link from the one before it: if that has a rank, and if it has none."""
        one, other = self.frames[before.sentence], self.frames[link.sentence]
        ends = self._ends(before.competitor, link.competitor)
        if before.competitor != link.competitor:
            if one is other and one.sentence.kind not in APART:
                return _told(WITHIN, within(one, before.place, link.place), ends)
            if self._is_near(before.sentence, link.sentence):
                told = ACROSS["last" if self.heads[before.sentence] > 1 else "only"]
                return _told(told, across(one, before.place, other, link.place), ends)
        kind = "same" if before.competitor == link.competitor else "far"
        paragraphs = min(2, other.sentence.paragraph - one.sentence.paragraph)
        key = (kind, other.sentence.kind, paragraphs, ends[2])
        return Way(((FAR, (), (key,)),)), Way(((OFF_FAR, (), (key,)),))

    def _is_near(self, earlier: int, later: int) -> bool:
        """Whether the words between two sentences may tell of a step."""
        return 0 < later - earlier <= LOOKBACK and all(
            frame.sentence.kind not in APART for frame in self.frames[earlier : later + 1]
        )

    def _ends(self, first: str, second: str) -> Ends:
        class_of = self.evidence.class_of
        one, other = class_of.get(first), class_of.get(second)
        of_class = "-" if one is None or other is None else str(one == other)
        return self.grades[first], self.grades[second], of_class


class _Unranked(NamedTuple):
    """What speaks for a competitor having no rank, wherever it is named."""

    best: tuple[int, int, int, int, int, int, int]
    values: tuple[int, int, int, int, int, int]
    times: int


def _told(told: StepSigns, telling: Telling, ends: Ends) -> tuple[Way, Way]:
    on, off = told.parities(telling, ends)
    return Way(told.on(telling, ends), on), Way(told.off(telling, ends), off)
