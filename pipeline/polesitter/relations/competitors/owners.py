"""Whose car it is that is told without a driver: "the Frenchman put the No. 22 on the pole"."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from polesitter.relations.claims.focus import focus_part
from polesitter.relations.claims.pairs import pair_parts
from polesitter.relations.claims.values import value_parts
from polesitter.relations.reading.entries import is_entry
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.view import View
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Family, Part, names_of

OWNER: Final = "OWNER"
LIKELY: Final = 0.5
"""How probable it must be that a car is a driver's to be told of the driver."""
LEFT, RIGHT, LOOKBACK = 3, 2, 3
"""Drivers looked at on each side of a car in its sentence, and sentences before it."""
BESIDE: Final = 6
"""Items on each side of a name up to which a number or team is taken to be its own."""
OTHER, SAME, NONE = "other", "same", "-"
"""Whether a team, car or number stands beside a driver that is not the car's, that is, or none."""


@dataclass(slots=True)
class OwnerClaim:
    """A car told without a driver (an entry), and a driver near by whose it may be.

    `mention`: where it is told. `chance`, once judged: how probable it is.
    """

    entry: str
    driver: str
    mention: int
    own: tuple[Part, ...]
    parts: tuple[Part, ...]
    chance: float = 0.0

    @property
    def signs(self) -> list[str]:
        """The names of all signs."""
        return names_of((*self.own, *self.parts))


def _ahead(key: tuple[int, int]) -> Iterator[str]:
    yield from ("ahead", f"ahead d:{key[0]} heads:{bucket(key[1])}")


def _known(key: tuple[str, str, str, int, int]) -> Iterator[str]:
    label, number, team, named, told = key
    yield from (f"is:{label}", f"is:{label} number:{number}", f"is:{label} team:{team}")
    yield f"is:{label} named:{bucket(named)} told:{bucket(told)}"
    yield f"is:{label} number:{number} team:{team}"


AHEAD: Final = Family([("ahead hr:",)], [_ahead])
KNOWN: Final = Family(shapes=[_known])


def find_owners(view: View, frames: Sequence[Frame]) -> Iterator[OwnerClaim]:
    """Every car told without a driver, wherever it is told, and the drivers near by."""
    head_of = view.head_of
    if not any(map(is_entry, head_of.values())):
        return
    near = _Near(view, frames)
    for number, frame in enumerate(frames):
        for place in frame.heads:
            mention = frame.sentence.items[place].mention
            if is_entry(head_of[mention]):
                own = value_parts(frame, place)
                for driver, parts in near.drivers(number, place):
                    yield OwnerClaim(head_of[mention], driver, mention, own, parts)


def with_owners(view: View, claims: Iterable[OwnerClaim]) -> View:
    """The view in which a car is its driver's, as judged; the view itself where none is.

    A car of some number is one car; one told by its team may be another's the next time.
    """
    best: dict[object, dict[str, float]] = defaultdict(dict)
    owner_of: dict[int, str] = {}
    told: dict[int, object] = {}
    for claim in claims:
        numbered = view.mentions[claim.mention].label == "NUMBER"
        key: object = claim.entry if numbered else claim.mention
        told[claim.mention] = key
        chances = best[key]
        chances[claim.driver] = max(chances.get(claim.driver, 0.0), claim.chance)
    for mention, key in told.items():
        chances = best[key]
        driver = max(sorted(chances), key=chances.__getitem__)
        if chances[driver] >= LIKELY:
            owner_of[mention] = driver
    if not owner_of:
        return view
    return replace(view, head_of={**view.head_of, **owner_of})


class _Near:
    """The drivers told near a car, and what speaks for each."""

    def __init__(self, view: View, frames: Sequence[Frame]) -> None:
        self.view, self.frames, self.head_of = view, frames, view.head_of
        self.drivers_of = [
            [at for at in frame.heads if not is_entry(self.who(frame, at))] for frame in frames
        ]
        self.named: dict[str, int] = defaultdict(int)
        self.beside: dict[tuple[str, str], set[str]] = defaultdict(set)
        for frame in frames:
            for at in frame.heads:
                self.named[self.who(frame, at)] += 1
                self._note(frame, at)

    def who(self, frame: Frame, at: int) -> str:
        """The competitor of the head at a place."""
        return self.head_of[frame.sentence.items[at].mention]

    def _note(self, frame: Frame, head: int) -> None:
        """Note the numbers and teams that stand beside a head, up to the next one."""
        who, items = self.who(frame, head), frame.sentence.items
        for step in (-1, 1):
            for at in range(head, head + step * (BESIDE + 1), step):
                if not 0 <= at < len(items) or (at != head and at in frame.heads):
                    break
                if items[at].label in ("NUMBER", "TEAM"):
                    text = self.view.mentions[items[at].mention].text
                    self.beside[who, items[at].label].add(text.casefold())

    def drivers(self, number: int, place: int) -> Iterator[tuple[str, tuple[Part, ...]]]:
        """The drivers near the car at a place of a sentence, and what speaks for them."""
        frame, heads = self.frames[number], self.drivers_of[number]
        left = heads[: bisect_left(heads, place)][-LEFT:]
        right = heads[bisect_right(heads, place) :][:RIGHT]
        for at in (*left, *right):
            yield self._claim(frame, at, frame, place, pair_parts(frame, at, place))
        if not left and frame.sentence.kind != "row":
            yield from self._before(number, place)
        if not right and number + 1 < len(self.frames):
            after = self.frames[number + 1]
            for at in self.drivers_of[number + 1][:1]:
                part = (AHEAD, (after.padded[at + 3],), ((min(at, 5), len(after.heads)),))
                yield self._claim(after, at, frame, place, (part,))

    def _before(self, number: int, place: int) -> Iterator[tuple[str, tuple[Part, ...]]]:
        """The first and the last driver of the last sentence that has any."""
        frame = self.frames[number]
        for distance in range(1, min(LOOKBACK, number) + 1):
            heads = self.drivers_of[number - distance]
            before = self.frames[number - distance]
            if heads and before.sentence.kind not in ("row", "header", "date"):
                ends = heads[:1] if len(heads) == 1 else [heads[0], heads[-1]]
                for rank, at in enumerate(ends):
                    part = focus_part(frame, place, distance, rank)
                    yield self._claim(before, at, frame, place, (part,))
                return

    def _claim(
        self, of: Frame, at: int, frame: Frame, place: int, parts: tuple[Part, ...]
    ) -> tuple[str, tuple[Part, ...]]:
        driver, item = self.who(of, at), frame.sentence.items[place]
        entry = self.head_of[item.mention]
        known = (
            item.label,
            self._is_beside(driver, "NUMBER", self.beside[entry, "NUMBER"]),
            self._is_beside(driver, "TEAM", self.beside[entry, "TEAM"]),
            self.named[driver],
            self.named[entry],
        )
        return driver, (*parts, (KNOWN, (), (known,)))

    def _is_beside(self, driver: str, label: str, wanted: set[str]) -> str:
        own = self.beside[driver, label]
        if not own:
            return NONE
        return OTHER if own.isdisjoint(wanted) else SAME
