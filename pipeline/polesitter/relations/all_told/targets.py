"""To whom a gap is measured, weighed again by all that is told.

The words of a sentence tell whom a gap may be measured to. Who it is, is also a matter of
places and of other gaps: nobody is behind somebody who is further back, and whoever is third
by .003 seconds, where the second is .091 off the pole, is behind the second.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.relations.all_told.likely_places import UNPLACED, likeliest_places
from polesitter.relations.all_told.place_signs import coarse
from polesitter.relations.all_told.places import classes_of
from polesitter.relations.all_told.run_signs import grade
from polesitter.relations.all_told.target_signs import AGAIN
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.gap_target import words_beside
from polesitter.relations.judged import Judged
from polesitter.relations.order.anchors import place_of
from polesitter.relations.reading.frame import Frame

TARGETS: Final = "TARGETS"
"""Label of the model that weighs them."""
LEAST: Final = 0.2
"""How probable a gap must be to be asked whom it is measured to."""
PLACED: Final = 0.3
"""How probable a place must be to be held for somebody's."""
LIKELY: Final = 0.4
"""The same for a lap, and for another gap."""
ROUNDED: Final = 0.0012
"""Seconds by which a gap and the difference of two laps may differ."""
NEAR: Final = 4
"""Items beside a gap that may tell what it is measured from."""
FIRST: Final = frozenset({"pole", "top", "polesitter", "pole-sitter", "leader", "pacesetter"})
FURTHER: Final = frozenset({"further", "farther", "another", "more", "again", "next", "apart"})
Told = tuple[float, int]
"""How probable somebody is by the words of the sentence, and the mention that names them."""


def find_targets(judged: Judged) -> Iterator[tuple[Claim, list[Claim]]]:
    """Each likely gap with those it may be measured to.

    These are who its sentence names, who is right ahead, and who is first.
    """
    gaps = [claim for claim in judged.claims if claim.label == "GAP" and _chance(claim) > LEAST]
    if not gaps:
        return
    known = _Known(judged, gaps)
    seen: set[tuple[int, int]] = set()
    for gap in gaps:
        if (gap.mention, gap.head) not in seen:
            seen.add((gap.mention, gap.head))
            yield gap, list(known.targets(gap))


class _Known:
    """What is told of all competitors that gaps may be measured to."""

    def __init__(self, judged: Judged, gaps: Sequence[Claim]) -> None:
        self.frames, self.stated = judged.frames, judged.targets
        self.place_of = likeliest_places(judged)
        self.class_of = classes_of(judged)
        self.lap_of: dict[str, tuple[float, float]] = {}
        self.head_of: dict[str, int] = {}
        for claim in judged.claims:
            self.head_of.setdefault(claim.competitor, claim.head)
            if claim.label == "LAPTIME" and isinstance(claim.value, float):
                told = claim.scores.get("lap_time", 0.0), claim.value
                if told[0] > self.lap_of.get(claim.competitor, (LIKELY, 0.0))[0]:
                    self.lap_of[claim.competitor] = told
        self.at: dict[tuple[str | None, int], tuple[float, str]] = {}
        """Class and place -> who most probably has it."""
        for who, (place, chance) in self.place_of.items():
            key = (self.class_of.get(who), place)
            if chance > self.at.get(key, (PLACED, ""))[0]:
                self.at[key] = chance, who
        self.gaps: dict[str, tuple[float, float]] = {}
        for gap in gaps:
            best = self.gaps.get(gap.competitor, (LIKELY, 0.0))[0]
            if isinstance(gap.value, float) and _chance(gap) > best:
                self.gaps[gap.competitor] = _chance(gap), gap.value

    def targets(self, gap: Claim) -> Iterator[Claim]:
        """Those whom a gap may be measured to, each with what speaks for it."""
        told = self._told(gap)
        own = gap.competitor
        place, likely = self.place_of.get(own, UNPLACED)
        car_class = self.class_of.get(own)
        first = self.at.get((car_class, 1), (0.0, own))[1]
        breaks = self._breaks(gap, place)
        by_first = self._differs(gap, first)
        frame = self.frames[gap.sentence]
        at = place_of(frame, gap.mention)
        around = _around(frame, at)
        of_place, all_of = coarse(likely), grade(sum([chance for chance, _ in told.values()]))
        for who, (chance, head) in told.items():
            ahead, sure = self.place_of.get(who, UNPLACED)
            way = _way(place, ahead)
            if self.class_of.get(who) != car_class:
                way += " class"
            rival = max([other for one, (other, _) in told.items() if one != who], default=0.0)
            of = coarse(chance)
            shapes = (
                (way, grade(chance), of, coarse(rival), all_of),
                (way, place, of_place, coarse(sure), of),
                (way, breaks, of),
                (way, self._differs(gap, who), by_first),
                (way, *around),
            )
            parts = [(AGAIN, (), shapes), words_beside(frame, at, f"again {way}")]
            yield Claim(TARGETS, who, head, gap.mention, gap.sentence, None, parts)

    def _told(self, gap: Claim) -> dict[str, Told]:
        told: dict[str, Told] = {}
        for target in self.stated.get((gap.mention, gap.head), ()):
            chance = target.scores.get("target", 0.0)
            if target.competitor not in told or chance > told[target.competitor][0]:
                told[target.competitor] = chance, target.head
        car_class = self.class_of.get(gap.competitor)
        place = self.place_of.get(gap.competitor, UNPLACED)[0]
        for ahead in (place - 1, 1):
            who = self.at.get((car_class, ahead), (0.0, gap.competitor))[1]
            if who != gap.competitor and who not in told:
                told[who] = 0.0, self.head_of[who]
        return told

    def _breaks(self, gap: Claim, place: int) -> tuple[int, int]:
        """How many are ahead by a greater gap, and behind by a smaller one."""
        value = gap.value
        if not place or not isinstance(value, float):
            return 0, 0
        car_class = self.class_of.get(gap.competitor)
        ahead = behind = 0
        for who, (_, other) in self.gaps.items():
            its = self.place_of.get(who, UNPLACED)[0]
            if its and who != gap.competitor and self.class_of.get(who) == car_class:
                ahead += its < place and other > value
                behind += its > place and other < value
        return ahead, behind

    def _differs(self, gap: Claim, who: str) -> int:
        """Whether the lap of who is behind and another's differ by the gap: 1, -1, 0 unknown."""
        own, other, value = self.lap_of.get(gap.competitor), self.lap_of.get(who), gap.value
        if own is None or other is None or who == gap.competitor or not isinstance(value, float):
            return 0
        return 1 if abs(own[1] - other[1] - value) < ROUNDED else -1


def _around(frame: Frame, at: int) -> tuple[bool, bool]:
    """Whether the first place is told just after a gap; whether it comes on top of another."""
    until = at + 1 + NEAR
    first = any(frame.values.get(item) == "1" for item in range(at + 1, until))
    named = not FIRST.isdisjoint(frame.keys[at + 1 : until])
    return first or named, not FURTHER.isdisjoint(frame.keys[max(0, at - NEAR) : until])


def _chance(gap: Claim) -> float:
    return gap.scores.get("gap", 0.0)


def _way(place: int, ahead: int) -> str:
    """How the place of the one ahead stands to the place of the one behind."""
    if not place or not ahead:
        return "?"
    if ahead < place:
        near = "next" if ahead == place - 1 else "ahead"
        return f"first {near}" if ahead == 1 else near
    return "same" if ahead == place else "behind"
